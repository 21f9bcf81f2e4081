import type {EdgeStatus} from '../plan/edge-evidence.ts';
import {count, plural} from '../text/format.ts';

/** The texts about the edges of an upload. */
export const edgeTexts = {
	/** Why the list of edges was not read. */
	notInTime: 'the wait ended before.',
};

/** Returns what is known of the edges of an upload, as sentences that follow others. */
export function edgeSentences(edges: EdgeStatus | undefined): string {
	if (edges === undefined || edges.counts.file === 0) return '';
	return [seenText(edges), ...unreadableTexts(edges)]
		.filter(text => text !== '')
		.map(text => ` ${text}`)
		.join('');
}

function seenText(edges: EdgeStatus): string {
	const {sample, expected, found, created} = edges.counts;
	const added = created === 0 ? '' : `, ${count(created)} of them new`;
	switch (edges.state) {
		case 'complete':
			return isSample(edges)
				? `${sampleText(edges)} was read back: ${seen(found)}${added}.`
				: `${plural(found, 'edge')} ${wasOrWere(found)} seen${added}.`;
		case 'incomplete':
			return isSample(edges)
				? `${sampleText(edges)} was read back: only ${count(found)} of ${count(expected)} were seen.`
				: `Only ${count(found)} of ${plural(expected, 'edge')} ${wasOrWere(expected)} seen.`;
		case 'not-listed':
			return found === 0
				? `Secoda lists none of the ${plural(expected, 'edge')}, so ${expected === 1 ? 'it was' : 'they were'} not verified.`
				: `Secoda lists only edges that people added (${count(found)} of ${count(expected)}), so the others were not verified.`;
		case 'unread':
			if (sample === 0) return '';
			return edges.problem === undefined
				? 'The edges were not read back.'
				: `The edges could not be read back: ${edges.problem}`;
		case 'not-compared':
			return '';
	}
}

/** Returns how many edges cannot be read back. */
function unreadableTexts({state, counts}: EdgeStatus): readonly string[] {
	const {external, sample, expected} = counts;
	const others = state === 'unread' ? 0 : sample - expected;
	return [
		external === 0
			? ''
			: `${plural(external, 'edge with an external end', 'edges with external ends')} cannot be read back.`,
		others === 0
			? ''
			: `${plural(others, 'edge')} cannot be read back: Secoda lists no page for an end, or too many edges at it.`,
	];
}

function seen(found: number): string {
	return `${count(found)} ${wasOrWere(found)} seen`;
}

function wasOrWere(number: number): string {
	return number === 1 ? 'was' : 'were';
}

function isSample({counts: {file, external, sample}}: EdgeStatus): boolean {
	return sample < file - external;
}

function sampleText({counts: {file, external, sample}}: EdgeStatus): string {
	return `A sample of ${count(sample)} of the ${count(file - external)} edges`;
}
