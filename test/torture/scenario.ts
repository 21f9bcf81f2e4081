import type {Scope} from '../support/folder.ts';
import {type Ended, errno, type Fault, type Injector, type Run} from './injector.ts';
import {type Broken, crashes, type Tally} from './tally.ts';

/** The run that a scenario judges. */
export type Judged = {
	readonly ended: Ended;
	/** The same run without a fault. */
	readonly clean: Ended;
	/** The call that failed, or at which the process was killed. */
	readonly call: string;
	readonly killed: boolean;
	/** A text that reproduces the fault. */
	readonly what: string;
};

/** A command of the program in a fresh folder, and what must hold after it whatever fails. */
export type Scenario = {
	readonly name: string;
	/** The calls that are made to fail; all that change a file when absent. */
	readonly calls?: readonly string[];
	readonly actions?: (call: string) => readonly Fault['action'][];
	prepare(t: Scope): Promise<{readonly run: Run; judge(judged: Judged): Promise<readonly Broken[]>}>;
};

export const writing = [
	'write',
	'pwrite64',
	'writev',
	'fsync',
	'fdatasync',
	'ftruncate64',
	'rename',
	'link',
	'unlink',
	'remove',
	'close',
];

/** The errors with which a call that changes a file can fail in the real world. */
export function usualActions(call: string): readonly Fault['action'][] {
	switch (call) {
		case 'write':
		case 'pwrite64':
		case 'writev':
		case 'ftruncate64':
			return [errno.ENOSPC, errno.EIO, 'kill'];
		case 'link':
			return [errno.EPERM, errno.EIO, 'kill'];
		case 'rename':
		case 'unlink':
		case 'remove':
			return [errno.EACCES, 'kill'];
		default:
			return [errno.EIO, 'kill'];
	}
}

/** Runs some of the faults of a scenario, chosen evenly over all of them; `most` of them at most. */
export async function torment(scenario: Scenario, injector: Injector, tally: Tally, most: number): Promise<void> {
	const {name, calls = writing, actions = usualActions} = scenario;
	const recorded = await inScope(async t => injector.record((await scenario.prepare(t)).run, calls));
	const faults = recorded.calls.flatMap((call, at) =>
		actions(call).map(action => ({call, fault: {at, action, calls}})),
	);
	if (faults.length === 0) throw new Error(`${name} makes no file calls: ${recorded.ended.stderr}`);
	await eachInPairs(spread(faults, most), async ({call, fault}) => {
		await inScope(async t => {
			const {run, judge} = await scenario.prepare(t);
			const ended = await injector.run(run, fault);
			const killed = fault.action === 'kill' && ended.code === null;
			const what = `${name}, ${call} ${fault.at} fails with ${fault.action}`;
			const crashed = killed ? [] : crashes(ended, what);
			tally.add(name, [...crashed, ...(await judge({ended, clean: recorded.ended, call, killed, what}))]);
		});
	});
}

/** Runs work in a scope and cleans up at its end. */
export async function inScope<Result>(work: (t: Scope) => Promise<Result>): Promise<Result> {
	const cleanups: Array<() => unknown> = [];
	try {
		return await work({after: cleanup => void cleanups.push(cleanup as () => unknown)});
	} finally {
		for (const cleanup of cleanups.reverse()) await cleanup();
	}
}

/** Runs work on each item, two at a time. */
export async function eachInPairs<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async () => {
		for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
	};
	await Promise.all([worker(), worker()]);
}

/** Returns at most so many items, spread evenly over all of them. */
export function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
	const share = Math.min(most, items.length) / items.length;
	return items.filter((_, at) => Math.floor(at * share) !== Math.floor((at - 1) * share));
}
