import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type Scope, temporaryFolder} from '../../support/folder.ts';
import {programPath} from '../../support/program.ts';
import {header, recordLine} from '../../support/session.ts';
import {keys, Terminal} from '../../terminal/terminal.ts';
import type {Injector} from '../injector.ts';
import {eachInPairs, inScope, spread, usualActions, writing} from '../scenario.ts';
import type {Broken, Tally} from '../tally.ts';

const name = 'edits in the app';

/** The values that are given to the first cells of the file, in this order. */
const values = ['first', 'second'];

/** How an editing session went until its process was killed. */
type Edited = {
	/** The edits that the screen has shown. */
	readonly shown: readonly string[];
	/** The screen said that edits are not protected. */
	readonly warned: boolean;
};

/** Edits a file in a terminal while the calls for the journal fail or kill: what the screen has shown is restored. */
export async function tormentEditing(tally: Tally, injector: Injector, most: number): Promise<void> {
	const calls = await inScope(async t => {
		const folder = await prepare(t);
		const {env, recorded} = injector.recording(stateOf(folder), writing);
		await edit(t, folder, env);
		return recorded();
	});
	const faults = calls.flatMap((call, at) =>
		usualActions(call).map(action => ({call, fault: {at, action, calls: writing}})),
	);
	await eachInPairs(spread(faults, most), async ({call, fault}) => {
		await inScope(async t => {
			const folder = await prepare(t);
			const edited = await edit(t, folder, injector.injecting(stateOf(folder), fault));
			const what = `${name}, ${call} ${fault.at} fails with ${fault.action}`;
			tally.add(name, await judge(t, folder, edited, what));
		});
	});
}

async function prepare(t: Scope): Promise<string> {
	const folder = join(await temporaryFolder(t), 'work');
	await mkdir(stateOf(folder), {recursive: true});
	const lines = Array.from({length: 12}, (_, at) => recordLine({col_name: `c${at}`}));
	await writeFile(join(folder, 'w.csv'), [header, ...lines, ''].join('\n'));
	return folder;
}

function stateOf(folder: string): string {
	return join(folder, 'home', 'state');
}

/** Gives one cell after the other a value, until the process dies; kills it behind the last one. */
async function edit(t: Scope, folder: string, env: Readonly<Record<string, string>>): Promise<Edited> {
	const terminal = open(t, folder, env);
	const shown: string[] = [];
	let warned = false;
	try {
		await terminal.shows('quit');
		for (const value of values) {
			await terminal.press(`e${keys.ctrl('u')}${value}\r`, new RegExp(`\\d .*${value}`));
			shown.push(value);
			await terminal.press('j', `row ${shown.length + 2}`);
			warned ||= terminal.text().includes('not protected');
		}
	} catch (error) {
		// The fault was the death of the process.
		if (!/program ended/.test(String(error))) throw error;
	}

	terminal.kill('SIGKILL');
	await terminal.exited();
	return {shown, warned};
}

/** Opens the file again without a fault, restores, saves a copy, and looks for what the screen had shown. */
async function judge(t: Scope, folder: string, {shown, warned}: Edited, what: string): Promise<readonly Broken[]> {
	if (shown.length === 0 || warned) return [];
	const terminal = open(t, folder, {});
	try {
		await terminal.shows('Restore unsaved edits?');
		await terminal.press(keys.enter, 'Restored');
		await terminal.press(keys.ctrl('s'), 'copy');
		await terminal.press(keys.enter, 'Saved');
	} catch (error) {
		return [{kind: 'lost edit', what: `${what}: ${String(error).split('\n')[0]}`}];
	}

	const saved = await readFile(join(folder, 'w.fixed.csv'), 'utf8');
	const lost = shown.filter(value => !saved.includes(`\n${value},`));
	return lost.length === 0 ? [] : [{kind: 'lost edit', what: `${what}: ${lost.join(', ')}`}];
}

function open(t: Scope, folder: string, env: Readonly<Record<string, string>>): Terminal {
	const home = join(folder, 'home');
	const terminal = new Terminal({
		args: [programPath, 'w.csv'],
		cwd: folder,
		env: {HOME: home, SECODA_UPLOAD_HOME: home, ...env},
	});
	t.after(() => terminal[Symbol.dispose]());
	return terminal;
}
