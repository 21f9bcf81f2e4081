import {type Encoding, encodingNames} from '../../records/source/encoding.ts';
import {type ReportedFile, severityCount} from '../../report/check/reported-file.ts';
import {textReport} from '../../report/check/text.ts';
import {saveNotes, saveSummary} from '../../report/saved.ts';
import type {Session} from '../../session/session.ts';
import {plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';
import type {FixChange} from './changes.ts';
import type {FixOutput} from './write-result.ts';

export type FixResult = {
	readonly source: string;
	/** The encoding of the source, if it was given. */
	readonly encoding: Encoding | undefined;
	readonly dryRun: boolean;
	readonly changes: readonly FixChange[];
	readonly written: FixOutput;
	/** The file after the fixes. */
	readonly file: ReportedFile;
};

/** Returns the JSON of `fix --json`: one object, or an object for each of several files. */
export function fixesJson(results: readonly FixResult[]): object {
	const files = results.map(fixJson);
	const [only] = files;
	if (only !== undefined && files.length === 1) return only;
	return {valid: results.every(({file}) => severityCount(file, 'error') === 0), files};
}

function fixJson({source, changes, written, file}: FixResult): object {
	return {
		file: source,
		...outputJson(written),
		changes,
		valid: severityCount(file, 'error') === 0,
		counts: Object.fromEntries(file.counts),
	};
}

/** Returns where the result was written, for JSON. */
export function outputJson(written: FixOutput): object {
	switch (written.kind) {
		case 'nothing':
			return {output: null, durability: null, notKept: []};
		case 'streamed':
			return {output: written.name, durability: null, notKept: []};
		case 'saved': {
			const {path, durability, notKept, leftover, sourceChange} = written.saved;
			return {
				output: path,
				durability: durability.kind,
				notKept,
				...(leftover === undefined ? {} : {leftover}),
				...(sourceChange === 'none' ? {} : {sourceChange}),
			};
		}
	}
}

/** Returns the report of `fix` as text: changes with samples, the output, and the remaining problems. */
export function fixText(fixed: FixResult, session: Session): string {
	const {dryRun, changes, written, file} = fixed;
	const notes = written.kind === 'saved' ? saveNotes(written.saved).map(visible) : [];
	const done = [...changes.flatMap(changeLines), outputText(fixed, session), ...notes, ''];
	const left =
		file.counts.size === 0
			? ''
			: `\n${dryRun ? 'Problems that would remain' : 'Remaining problems'}:\n${textReport([file])}`;
	return done.join('\n') + left;
}

function changeLines({what, cells, samples}: FixChange): readonly string[] {
	return [
		`${what}: ${plural(cells, 'cell')}`,
		...samples.map(
			({row, field, before, after}) =>
				`   row ${row}: ${visible(field)} "${shortened(before)}" -> "${shortened(after)}"`,
		),
		...(cells > samples.length && samples.length > 0 ? ['   ...'] : []),
	];
}

function outputText({source, encoding, changes, written}: FixResult, {records}: Session): string {
	const rows = plural(records.overlay.size, 'row');
	switch (written.kind) {
		case 'nothing':
			return changes.length === 0
				? 'Nothing was changed: these options fix nothing in this file.'
				: `Nothing was written (--dry-run): ${rows} would change.`;
		case 'saved':
		case 'streamed': {
			const isConverted = encoding !== undefined && encoding !== 'utf-8';
			const how = isConverted ? ' as UTF-8' : '';
			const where = visible(
				written.kind === 'saved' ? saveSummary(written.saved, how) : `Written to ${written.name}${how}`,
			);
			if (!records.file.isCopy) return `${where}: ${rows} changed, all other bytes are unchanged.`;
			if (source === '-') return `${where}: ${rows} changed.`;
			return `${where}; ${visible(source)} is unchanged${isConverted ? ` (${encodingNames[encoding]})` : ''}.`;
		}
	}
}

function shortened(text: string): string {
	const shown = visible(text.slice(0, 60));
	return text.length > 60 ? `${shown}…` : shown;
}
