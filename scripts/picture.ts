/** Takes pictures of the screens, `node --import=tsx scripts/picture.ts [scene ...]`, into docs/screens. */
import './picture/colour.ts';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {capture} from '../test/app/scenes/capture.ts';
import {scenes} from '../test/app/scenes/index.ts';
import type {Scene, SceneSize} from '../test/app/scenes/scene.ts';
import {drawTerminal} from './picture/draw-terminal.ts';
import {pictured} from './picture/pictured.ts';
import {terminalWith} from './picture/terminal-with.ts';

const screens = fileURLToPath(new URL('../docs/screens', import.meta.url));
const wanted = process.argv.slice(2);

for (const scene of scenes) {
	if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
	for (const size of pictured.get(scene.name) ?? []) await takePicture(scene, size);
}

async function takePicture(scene: Scene, size: SceneSize): Promise<void> {
	const {lines, cursor} = await capture(scene, size, 'colour');
	const folder = join(screens, size.join('x'));
	await mkdir(folder, {recursive: true});
	const path = join(folder, `${scene.name}.svg`);
	await writeFile(path, drawTerminal(await terminalWith(lines, size), cursor, 'secoda-upload'));
	process.stdout.write(`${path}\n`);
}
