import assert from 'node:assert/strict';
import {mkdir, readdir, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';

const uuid = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
/** The names of this version, of earlier ones, and of conf. */
const ours = [`.secoda-upload-${uuid}.tmp`, `.${uuid}.tmp`, `.secoda-upload-${uuid}.tmp.tmp-1234567890abcdef`];
const others = ['.not-a-uuid.tmp', `${uuid}.tmp`, `.${uuid}.tmp.bak`, `nightly.json.damaged-1`];

for (const [what, args] of [
	['a saved profile', ['profiles', 'set', 'nightly', '--url', 'us']],
	['a removed token', ['logout', 'nightly']],
] as const) {
	test(`${what} removes abandoned temporary files of profiles and tokens, and no others`, async t => {
		const home = await temporaryFolder(t);
		const old = new Date(Date.now() - 86_400_000);
		for (const folder of ['profiles', 'tokens']) {
			await mkdir(join(home, folder), {mode: 0o700});
			for (const name of [...ours, ...others]) {
				const path = join(home, folder, name);
				await writeFile(path, 'left', {mode: 0o600});
				await utimes(path, old, old);
			}
		}

		const recent = `.${uuid.replace('f', 'a')}.tmp`;
		await writeFile(join(home, 'tokens', recent), 'in use', {mode: 0o600});
		await writeFile(join(home, 'profiles', 'nightly.json'), '{"url": "eu", "integration": "i"}', {mode: 0o600});
		const {code, stderr} = await runProgram(args, {home});
		assert.equal(code, 0, stderr);
		assert.deepEqual((await readdir(join(home, 'tokens'))).toSorted(), [...others, recent].toSorted());
		const left = (await readdir(join(home, 'profiles'))).filter(name => ours.includes(name) || others.includes(name));
		assert.deepEqual(left.toSorted(), others.toSorted());
	});
}
