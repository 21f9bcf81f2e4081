import {existsSync} from 'node:fs';
import {mkdir, rename} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {type FileVariant, generate} from './generate.ts';
import {generateEdges, generateResources} from './generate-pair.ts';

/** Part of the names of generated files: raised when `generate` changes. */
const version = 2;

/** Returns the path of a generated file, which is made once. */
export function benchmarkFile(records: number, variant: FileVariant): Promise<string> {
	return madeOnce(`${variant}-${records}-v${version}.csv`, path => generate(path, records, variant));
}

/** Returns the paths of generated JSON Lines, which are made once: resources, and twice as many edges between them. */
export async function benchmarkPair(records: number): Promise<readonly [resources: string, lineage: string]> {
	return [
		await madeOnce(`resources-${records}-v${version}.jsonl`, path => generateResources(path, records)),
		await madeOnce(`lineage-${records}-v${version}.jsonl`, path => generateEdges(path, 2 * records, records)),
	];
}

async function madeOnce(name: string, make: (path: string) => Promise<void>): Promise<string> {
	const path = fileURLToPath(new URL(`./files/${name}`, import.meta.url));
	if (existsSync(path)) return path;
	await mkdir(new URL('./files/', import.meta.url), {recursive: true});
	await make(`${path}.tmp`);
	await rename(`${path}.tmp`, path);
	return path;
}
