import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {pictured} from '../../scripts/picture/pictured.ts';
import {capture} from './scenes/capture.ts';
import {frameDifference, frameFile, frameName, framesFolder} from './scenes/frame-file.ts';
import {scenes} from './scenes/index.ts';
import {modeNames} from './scenes/mode.ts';
import {sizesOf} from './scenes/scene.ts';

/** UPDATE_FRAMES=1 writes the frames as they are now: their diff is to be read before it is committed. */
const isUpdate = process.env['UPDATE_FRAMES'] === '1';

const picturesFolder = fileURLToPath(new URL('../../docs/screens', import.meta.url));

/** The modes that were taken. */
const seen = new Set<string>();

mkdirSync(framesFolder, {recursive: true});

for (const scene of scenes) {
	test(`the frames of ${scene.name} are the committed ones`, async () => {
		const differences: string[] = [];
		for (const size of sizesOf(scene)) {
			const name = frameName(scene.name, size);
			const path = join(framesFolder, name);
			const taken = await capture(scene, size, 'none');
			seen.add(taken.mode);
			assert.ok(taken.widest <= size[0], `${name}: a line has ${taken.widest} cells`);
			const text = frameFile(taken);
			const difference = frameDifference(committed(path), text);
			if (difference === undefined) continue;
			if (isUpdate) writeFileSync(path, text);
			else differences.push(`${name}:\n${difference}`);
		}

		assert.ok(differences.length === 0, `${differences.join('\n\n')}\n\nUPDATE_FRAMES=1 takes them as they are now.`);
	});
}

test('every mode of every screen has a frame', () => {
	assert.deepEqual(
		modeNames.filter(name => !seen.has(name)),
		[],
	);
});

test('every committed frame is of a scene, and no two scenes have one name', () => {
	const names = scenes.flatMap(scene => sizesOf(scene).map(size => frameName(scene.name, size)));
	const others = readdirSync(framesFolder).filter(name => !names.includes(name));
	if (isUpdate) for (const name of others) rmSync(join(framesFolder, name));
	else assert.deepEqual(others, []);
	assert.equal(new Set(names).size, names.length);
});

test('the committed pictures are those of the scenes that are pictured', () => {
	const wanted = [...pictured].flatMap(([name, sizes]) => sizes.map(size => join(size.join('x'), `${name}.svg`)));
	const found = readdirSync(picturesFolder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.svg'));
	assert.deepEqual(found.toSorted(), wanted.toSorted());
	for (const name of pictured.keys())
		assert.ok(
			scenes.some(scene => scene.name === name),
			name,
		);
});

function committed(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
