import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {drawScreen} from '../../../source/app/draw-screen.ts';
import type {Frame} from '../../../source/app/frame.ts';
import {toTerminal} from '../../../source/app/signs-in-values.ts';
import type {Size} from '../../../source/app/size.ts';
import {AppClosed, Stage} from '../../../source/app/stage.ts';
import {type Paint, painter} from '../../../source/app/theme.ts';
import {width} from '../../../source/text/width.ts';
import {frameText} from './frame-text.ts';
import {modeOf} from './mode.ts';
import type {Scene, SceneSize} from './scene.ts';
import {SceneClock} from './scene-clock.ts';
import {stagePlayer} from './stage-player.ts';

/** The screen at the end of a scene. */
export type Capture = {
	/** The lines of the terminal. */
	readonly lines: readonly string[];
	readonly cursor: Frame['cursor'];
	/** Terminal cells of the widest line before it is rendered. */
	readonly widest: number;
	/** The mode that the screen is in. */
	readonly mode: string;
};

/** A frame is captured as text, or with its styles. */
export type Styles = 'none' | 'colour';

/** Plays a scene in this process, in a window of this size and a temporary current folder, and returns the screen at its end. */
export async function capture(scene: Scene, [columns, rows]: SceneSize, styles: Styles): Promise<Capture> {
	const before = process.cwd();
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-scene-'));
	await writeSceneFiles(scene, folder);
	process.chdir(folder);
	try {
		return await captureFrame(scene, {columns, rows}, styles);
	} finally {
		process.chdir(before);
		await rm(folder, {recursive: true, force: true});
	}
}

/** Writes the files of a scene into a folder. */
export async function writeSceneFiles({start: {files}}: Scene, folder: string): Promise<void> {
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), {recursive: true});
		await writeFile(join(folder, name), content);
	}
}

async function captureFrame(
	{start: beginning, play, ascii = false}: Scene,
	size: Size,
	styles: Styles,
): Promise<Capture> {
	const clock = new SceneClock();
	const {stdin, stdout, stderr} = process;
	const leaving = new AbortController();
	const streams = {stdin, stdout, stderr, env: {}, signal: leaving.signal, ascii, withoutSecrets: same};
	const stage = new Stage(streams, () => ({write: () => undefined, close: async () => undefined}), clock);
	stage.size.dispatch(size);
	const frame = (paint: Paint) => drawScreen(stage.screen.get(), size, clock, paint);
	const ended = beginning.begin(stage, clock).catch(error => {
		if (!(error instanceof AppClosed)) throw error;
	});
	try {
		await play(stagePlayer(stage, () => frameWords(frame(plain)), ended));
		const shown = frame(styles === 'colour' ? painter('colour') : plain);
		const lines = frameText(shown, size)
			.map(line => (styles === 'none' ? stripVTControlCharacters(line) : line))
			.map(line => toTerminal(line, {ascii}));
		const widest = Math.max(...textsOf(shown).map(line => width(line)));
		return {lines, cursor: shown.cursor, widest, mode: modeOf(stage.screen.get())};
	} finally {
		leaving.abort();
		await ended;
	}
}

/** Returns the texts of a frame that a scene can wait for; rendering the frame would take longer. */
function frameWords({lines, keys}: Frame): string {
	return [...lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line.rows))), keys].join('\n');
}

/** Returns the lines of a frame that are text. */
function textsOf({lines, keys}: Frame): readonly string[] {
	return [...lines.filter(line => typeof line === 'string'), keys];
}

const plain: Paint = (_look, text) => text;

function same(text: string): string {
	return text;
}
