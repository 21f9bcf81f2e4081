import assert from 'node:assert/strict';
import {access, readdir, readFile} from 'node:fs/promises';
import test from 'node:test';

const root = new URL('../', import.meta.url);
const documents = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'CHANGELOG.md',
	...(await readdir(new URL('docs/', root), {recursive: true}))
		.filter(name => name.endsWith('.md'))
		.map(name => `docs/${name.replaceAll('\\', '/')}`),
];

for (const name of documents) {
	test(`every link and every path in ${name} leads somewhere`, async () => {
		const url = new URL(name, root);
		const text = await readFile(url, 'utf8');
		const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
		for (const link of links) if (!link.includes('://')) await access(new URL(link, url));
		// Code that is named with its folder; the rooms stand below source/.
		const paths = [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]*)`/g)].map(([, path = '']) => path);
		for (const path of paths) {
			const places = ['', 'source/', 'source/app/'].map(folder => access(new URL(folder + path, root)));
			await assert.doesNotReject(Promise.any(places), `${path} in ${name}`);
		}
	});
}
