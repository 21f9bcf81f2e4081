import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const source = fileURLToPath(new URL('../source', import.meta.url));

/** Which rooms a room may use. */
const arrows: Readonly<Record<string, readonly string[]>> = {
	text: [],
	errors: [],
	files: ['errors'],
	records: ['errors', 'files'],
	kinds: ['records', 'text'],
	plan: ['kinds', 'text'],
	session: ['records', 'kinds', 'errors'],
	catalog: ['text', 'errors'],
	profiles: ['text', 'errors', 'files', 'state'],
	state: ['errors', 'files'],
	sandbox: ['files'],
	job: ['plan', 'catalog', 'profiles', 'state', 'session', 'records', 'kinds', 'text', 'errors'],
	report: ['kinds', 'plan', 'job', 'records', 'files', 'text', 'errors'],
	app: ['session', 'job', 'plan', 'report', 'kinds', 'records', 'text', 'errors'],
};

/** What a room may take from packages; rooms that are not named may take anything. */
const packages: Readonly<Record<string, readonly string[]>> = {
	kinds: ['node:buffer'],
	plan: ['node:crypto'],
	text: ['string-width'],
	errors: ['node:os'],
	session: ['node:buffer'],
	app: ['react', 'ink', 'ink-table', 'node:util', 'node:path', 'node:timers/promises'],
};

const files = readdirSync(source, {recursive: true, encoding: 'utf8'}).filter(path => /\.tsx?$/.test(path));

function roomOf(path: string): string {
	return path.split(sep)[0] ?? '';
}

for (const room of Object.keys(arrows)) {
	test(`${room}/ uses only ${arrows[room]?.join(', ') || 'itself'}`, () => {
		for (const file of files.filter(path => roomOf(path) === room)) {
			for (const [, target = ''] of readFileSync(join(source, file), 'utf8').matchAll(
				/(?:from|import\()\s*'([^']+)'/g,
			)) {
				if (!target.startsWith('.')) {
					assert.ok(packages[room]?.includes(target) ?? true, `${file} takes ${target}`);
					continue;
				}

				const other = roomOf(relative(source, join(dirname(join(source, file)), target)));
				assert.ok(other === room || arrows[room]?.includes(other), `${file} uses ${target}`);
			}
		}
	});
}
