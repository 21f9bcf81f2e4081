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

/** Runs scenarios and counts broken promises; without an injector those that need none. */
export async function tortureAll(
	tally: Tally,
	injector: Injector | undefined,
	{length, only}: Selection,
): Promise<void> {
	const {each, signals, rows, postStep, edits} = amounts[length];
	const scenarios = [...saveScenarios, ...settingsScenarios, ...uploadScenarios, ...readScenarios, ...journalScenarios];
	if (injector !== undefined && length === 'long' && 'edits in the app'.includes(only))
		await tormentEditing(tally, injector, each);
	if (injector !== undefined)
		for (const scenario of scenarios.filter(({name}) => name.includes(only)))
			await torment(scenario, injector, tally, each);

	if ('signals during a save'.includes(only)) await tormentWithSignals(tally, signals, rows);
	const faults = postFaults.filter((_, at) => at % postStep === 0);
	if ('answers to a POST'.includes(only)) await tormentPosts(tally, faults);
	if ('random edits of pairs'.includes(only)) await tormentPairs(tally, edits);
}
