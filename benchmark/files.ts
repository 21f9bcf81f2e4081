import {existsSync} from 'node:fs';
import {mkdir, rename} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {type FileVariant, generate} from './generate.ts';

/** Part of the names of generated files: raised when `generate` changes. */
const version = 2;

/** Returns the path of a generated file, which is made once. */
export async function benchmarkFile(records: number, variant: FileVariant): Promise<string> {
	const path = fileURLToPath(new URL(`./files/${variant}-${records}-v${version}.csv`, import.meta.url));
	if (existsSync(path)) return path;
	await mkdir(new URL('./files/', import.meta.url), {recursive: true});
	await generate(`${path}.tmp`, records, variant);
	await rename(`${path}.tmp`, path);
	return path;
}
