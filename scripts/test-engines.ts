/**
Runs the queries of `secoda-upload sql` in engines that are too large for `npm test`: MariaDB and PostgreSQL if they are installed, and
ClickHouse, which is installed beside the other packages the first time: `npm run test:engines`.
*/
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {fileURLToPath} from 'node:url';

const chdb = 'chdb@3.4.0';
const folder = fileURLToPath(new URL('../node_modules/.engines', import.meta.url));
if (!existsSync(join(folder, 'node_modules', 'chdb'))) {
	mkdirSync(folder, {recursive: true});
	const {status} = spawnSync('npm', ['install', '--no-save', '--prefix', folder, chdb], {stdio: 'inherit'});
	if (status !== 0) console.error(`Could not install ${chdb}: its test is skipped.`);
}

if (existsSync(join(folder, 'node_modules', 'chdb'))) process.env['SECODA_UPLOAD_ENGINES'] = folder;
const tests = fileURLToPath(new URL('../test/engines', import.meta.url));
run({
	files: readdirSync(tests)
		.filter(name => /^(?:clickhouse|mariadb|postgresql)\.ts$/.test(name))
		.map(name => join(tests, name)),
	execArgv: ['--import=tsx'],
})
	.on('test:fail', () => {
		process.exitCode = 1;
	})
	.compose(new spec())
	.pipe(process.stdout);
