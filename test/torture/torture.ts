import type {Injector} from './injector.ts';
import {torment} from './scenario.ts';
import {tormentEditing} from './scenarios/editing.ts';
import {journalScenarios} from './scenarios/journal.ts';
import {postFaults, tormentPosts} from './scenarios/post.ts';
import {tormentPairs} from './scenarios/random-edits.ts';
import {readScenarios} from './scenarios/read.ts';
import {saveScenarios} from './scenarios/save.ts';
import {settingsScenarios} from './scenarios/settings.ts';
import {tormentWithSignals} from './scenarios/signals.ts';
import {uploadScenarios} from './scenarios/upload.ts';
import type {Tally} from './tally.ts';

/** The amount: everything, or a part that fits into the tests. */
export type Length = 'long' | 'short';

const amounts = {
	long: {each: Number.POSITIVE_INFINITY, signals: 200, rows: 100_000, postStep: 1, edits: 100_000},
	short: {each: 1, signals: 3, rows: 6000, postStep: 41, edits: 100},
} as const;

export type Selection = {
	readonly length: Length;
	/** A part of the names of the scenarios that are run; empty for all. */
	readonly only: string;
};

/** A part of the torture, which counts its broken promises. */
export type Part = {readonly name: string; run(tally: Tally): Promise<void>};

/** Returns the parts; without an injector those that need none. */
export function tortureParts(injector: Injector | undefined, {length, only}: Selection): readonly Part[] {
	const {each, signals, rows, postStep, edits} = amounts[length];
	const faults = postFaults.filter((_, at) => at % postStep === 0);
	const parts: readonly Part[] = [
		...(injector === undefined ? [] : injectedParts(injector, length, each)),
		{name: 'signals during a save', run: tally => tormentWithSignals(tally, signals, rows)},
		{name: 'answers to a POST', run: tally => tormentPosts(tally, faults)},
		{name: 'random edits of pairs', run: tally => tormentPairs(tally, edits)},
	];
	return parts.filter(({name}) => name.includes(only));
}

function injectedParts(injector: Injector, length: Length, each: number): readonly Part[] {
	const scenarios = [...saveScenarios, ...settingsScenarios, ...uploadScenarios, ...readScenarios, ...journalScenarios];
	const editing: Part = {name: 'edits in the app', run: tally => tormentEditing(tally, injector, each)};
	return [
		...(length === 'long' ? [editing] : []),
		...scenarios.map(scenario => ({
			name: scenario.name,
			run: (tally: Tally) => torment(scenario, injector, tally, each),
		})),
	];
}
