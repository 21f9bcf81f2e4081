#!/usr/bin/env node
/** The program's door: looks at Node's version before anything is loaded that an old one cannot read. */
const needed = [22, 13] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
	process.stderr.write(
		`secoda-upload needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
			'Nothing was read or sent. Install a current Node, or put one beside the program with "npm install node@24"\nand start it with "npx secoda-upload".\n',
	);
	process.exitCode = 2;
} else {
	const {main} = await import('./main.ts');
	await main();
}
