import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {forbiddenStart, forbiddenWords} from './support/forbidden-words.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folders = ['source', 'test', 'docs', 'scripts', 'benchmark'];
const documents = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

/** The list itself, and the descriptions of the example file. */
const unchecked = /^test\/support\/forbidden-words\.ts$|^scripts\/example\//;

const files = [
	...folders.flatMap(folder =>
		readdirSync(root + folder, {recursive: true, encoding: 'utf8'}).map(path => `${folder}/${path}`),
	),
	...documents,
].filter(path => /\.(?:tsx?|md|c|py)$|\/frames\/.*\.txt$/.test(path) && !unchecked.test(path));

const rules = forbiddenWords.map(({pattern, instead}) => ({regex: new RegExp(`\\b(?:${pattern})\\b`, 'gi'), instead}));
const start = {regex: new RegExp(forbiddenStart.pattern, 'gi'), instead: forbiddenStart.instead};

/** Returns the forbidden words of a text, each with its file, line, and replacement. */
function findWords(path: string, text: string): readonly string[] {
	const applied = /\.tsx?$/.test(path) ? [...rules, start] : rules;
	return applied.flatMap(({regex, instead}) =>
		[...text.matchAll(regex)].map(({0: word, index}) => {
			const line = text.slice(0, index).split('\n').length;
			return `${path}:${line}: ${JSON.stringify(word)}: write ${instead}`;
		}),
	);
}

test('the code and the documents use plain technical English', () => {
	const found = files.flatMap(path => findWords(path, readFileSync(root + path, 'utf8')));
	assert.equal(
		found.length,
		0,
		`${found.length} forbidden words (see CONTRIBUTING.md, Language):\n${found.join('\n')}`,
	);
});
