import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {writeSceneFiles} from '../app/scenes/capture.ts';
import {frameDifference, frameFile, frameName, framesFolder} from '../app/scenes/frame-file.ts';
import {scenes} from '../app/scenes/index.ts';
import type {Player, SceneSize} from '../app/scenes/scene.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {keys, Terminal} from './terminal.ts';

/** Scenes that the built program plays too. */
const played: ReadonlyArray<readonly [scene: string, size: SceneSize]> = [
	['start-options', [80, 24]],
	['review', [200, 50]],
	['edit-wrong', [60, 16]],
	['kinds', [80, 24]],
	['help', [60, 16]],
	['row-menu', [80, 24]],
	['quit', [60, 16]],
	['characters', [80, 24]],
	['characters-edit', [80, 24]],
	['broken-rows', [60, 16]],
	['empty', [80, 24]],
	['filtered', [80, 24]],
	['problems-only', [60, 16]],
	['signs-ascii', [80, 24]],
];

/** How long the terminal may take to show a frame, in milliseconds. */
const patience = 15_000;

for (const [name, size] of played) {
	test(`a terminal shows the frame of ${name}`, async t => {
		const scene = scenes.find(other => other.name === name);
		assert.ok(scene?.start.args !== undefined, 'the built program can begin so');
		const folder = await temporaryFolder(t);
		await writeSceneFiles(scene, folder);
		const [columns, rows] = size;
		using terminal = new Terminal({
			args: [programPath, ...scene.start.args, ...(scene.ascii === true ? ['--ascii'] : [])],
			cwd: folder,
			env: {HOME: folder, SECODA_UPLOAD_HOME: folder},
			columns,
			rows,
		});
		await scene.play(playerOn(terminal));
		const expected = readFileSync(join(framesFolder, frameName(name, size)), 'utf8');
		const until = AbortSignal.timeout(patience);
		for (;;) {
			const lines = terminal.lines().map(line => line.trimEnd());
			const difference = frameDifference(expected, frameFile({lines, cursor: terminal.cursor()}));
			if (difference === undefined) break;
			assert.ok(!until.aborted, difference);
			await Promise.race([terminal.changed(), aborted(until)]);
		}
	});
}

function aborted(signal: AbortSignal): Promise<void> {
	return new Promise(resolve => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), {once: true});
	});
}

/** The keys of a scene as a terminal sends them. */
function playerOn(terminal: Terminal): Player {
	const {ctrl, paste: _, ...single} = keys;
	const named: Readonly<Record<string, string>> = {...single, space: ' '};
	const bytes = (name: string) => (name.startsWith('ctrl+') ? ctrl(name.slice('ctrl+'.length)) : (named[name] ?? name));
	return {
		shows: wanted => terminal.shows(wanted),
		happens: () => assert.fail('this happens in no terminal'),
		press: (names, wanted) => terminal.press(names.split(' ').map(bytes).join(''), wanted),
		type: (text, wanted) => terminal.press(text, wanted),
	};
}
