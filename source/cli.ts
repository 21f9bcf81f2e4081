#!/usr/bin/env node
/** The entry point. Checks Node's version before it loads code that an older Node cannot parse, and enables the compile cache before the rest. */
import {enableExistingCompileCache} from './compile-cache/enable.ts';
import {storeCompiledCodeAtExit} from './compile-cache/store.ts';

const needed = [22, 13] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
	process.stderr.write(
		`secoda-upload needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
			'Nothing was read or sent. Install a newer Node, or add one to this folder with "npm install node@24"\nand run "npx secoda-upload".\n',
	);
	process.exitCode = 2;
} else {
	enableExistingCompileCache(process.env);
	storeCompiledCodeAtExit();
	const {main} = await import('./main.ts');
	await main();
}
