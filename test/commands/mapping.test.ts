import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {pathWithProgram} from '../support/command-line.ts';
import {temporaryFolder} from '../support/folder.ts';
import {type Ran, runCommand} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';

/* Foreign dictionaries through the built program: the proposal of check, its command as printed, --map auto, and recipes in settings. */

type Dictionary = {
	readonly content: string | Buffer;
	readonly fields: Readonly<Record<string, string>>;
	readonly missing: readonly string[];
	readonly records: number;
	readonly tables: number;
};

const dictionaries: Readonly<Record<string, Dictionary>> = {
	'merged cells, and rows that describe tables': {
		content:
			'Table\tVariable\tNotes\nloans\t\tAll loans\n\tloan_id\tKey\n\tdue_on\tLast day\nreaders\t\t\n\tcard\tNumber\n',
		fields: {Table: 'name', Variable: 'col_name', Notes: 'col_description'},
		missing: ['database', 'schema'],
		records: 3,
		tables: 2,
	},
	'semicolons in Windows-1252': {
		content: Buffer.from(
			'Tabelle;Spalte;Datentyp;Erklärung\nbüro;größe;INT;Fläche in m²\nbüro;ort;TEXT;Straße\n',
			'latin1',
		),
		fields: {Tabelle: 'name', Spalte: 'col_name', Datentyp: 'col_type', Erklärung: 'col_description'},
		missing: ['database', 'schema'],
		records: 2,
		tables: 1,
	},
	'a title above the header, and rows without data': {
		content:
			'Dictionary of the museum,,\n,,\nTable,Column,Comment\n---,---,---\nroom,room_no,\nTable,Column,Comment\nroom,floor,Floor\n(2 rows)\n',
		fields: {Table: 'name', Column: 'col_name', Comment: 'col_description'},
		missing: ['database', 'schema'],
		records: 2,
		tables: 1,
	},
	'qualified names': {
		content: 'object,column,type\nHR.EMP,EMPNO,NUMBER\nHR.EMP,ENAME,VARCHAR2(10)\nFIN.ACC,ID,NUMBER\n',
		fields: {column: 'col_name', type: 'col_type'},
		missing: ['database'],
		records: 3,
		tables: 2,
	},
	'a platform in the column of databases': {
		content:
			'name,description,col_type,database,cluster,schema,table_name\nride,Key,string,hive,gold,rides,ride\ncity,City,string,hive,gold,rides,ride\n',
		fields: {
			name: 'col_name',
			description: 'col_description',
			col_type: 'col_type',
			cluster: 'database',
			schema: 'schema',
			table_name: 'name',
		},
		missing: [],
		records: 2,
		tables: 1,
	},
};

type Folder = {
	readonly home: string;
	run(...args: readonly string[]): Promise<Ran>;
	/** Types a printed command, with a value for each that it asks for. */
	type(command: string): Promise<Ran>;
};

async function folder(t: TestContext, content: string | Buffer): Promise<Folder> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'dictionary.csv'), content);
	const PATH = await pathWithProgram(home);
	return {
		home,
		run: (...args) => runHere(args, {home}),
		type: command => runCommand('bash', ['-c', command.replaceAll('=...', '=LAB')], {home, env: {PATH}}),
	};
}

type Checked = {
	readonly valid: boolean;
	readonly records: number | null;
	readonly tables: number | null;
	readonly mapping?: {
		readonly proposals: ReadonlyArray<{readonly label: string; readonly field: string; readonly confidence: string}>;
		readonly missing: readonly string[];
		readonly obstacle: {readonly code: string; readonly message: string} | null;
		readonly command: string;
	};
};

async function checked({run}: Folder, ...args: readonly string[]): Promise<Checked> {
	const {stdout} = await run('check', ...args, '--json');
	return JSON.parse(stdout);
}

for (const [what, {content, fields, missing, records, tables}] of Object.entries(dictionaries)) {
	test(`${what}: check proposes the columns, and its command makes a right file`, async t => {
		const opened = await folder(t, content);
		const {valid, mapping} = await checked(opened, 'dictionary.csv');
		assert.ok(mapping !== undefined);
		assert.deepEqual(Object.fromEntries(mapping.proposals.map(({label, field}) => [label, field])), fields);
		assert.deepEqual([valid, mapping.missing], [false, missing]);
		const text = await opened.run('check', 'dictionary.csv');
		assert.equal(text.code, 1);
		const [, command = ''] = /^Next: (.*)$/m.exec(text.stdout) ?? [];
		assert.equal(command, mapping.command);
		const fixed = await opened.type(command);
		assert.equal(fixed.code, 0, fixed.stderr);
		const result = await checked(opened, 'warehouse.csv');
		assert.deepEqual([result.valid, result.records, result.tables], [true, records, tables]);
		assert.deepEqual(await readFile(join(opened.home, 'dictionary.csv')), Buffer.from(content));
	});

	test(`${what}: --map auto takes the proposals and prints them`, async t => {
		const opened = await folder(t, content);
		const set = missing.flatMap(field => ['--set', `${field}=LAB`]);
		const {code, stderr} = await opened.run('check', 'dictionary.csv', '--map', 'auto', ...set);
		assert.equal(code, 0);
		const [, taken = ''] = /^Read with these proposals: (.*)$/m.exec(stderr) ?? [];
		const result = await checked(opened, 'dictionary.csv', '--map', 'auto', ...set);
		assert.deepEqual([result.valid, result.records, result.tables], [true, records, tables]);
		const typed = await opened.type(`secoda-upload check dictionary.csv --json ${taken} ${set.join(' ')}`);
		assert.deepEqual(JSON.parse(typed.stdout), result);
	});
}

test('a file without a header: check prints what to add, and no command', async t => {
	const opened = await folder(t, 'zoo,cage,id,int\nzoo,cage,width,varchar(9)\nzoo,bird,id,int\nzoo,bird,age,int\n');
	const message = 'Row 1 looks like data, not like a header.';
	const action = 'Add a row with labels above it, such as column_1,name,col_name,col_type';
	const {stdout} = await opened.run('check', 'dictionary.csv');
	assert.deepEqual(stdout.trimEnd().split('\n').slice(-2), [message, `Next: ${action}`]);
	const {mapping} = await checked(opened, 'dictionary.csv');
	assert.deepEqual(mapping?.obstacle, {code: 'no-header', message: `${message} ${action}`});
});

test('a readable file with a further description: check prints how to send it, unless it is omitted', async t => {
	const header = 'database,schema,name,col_name,COLUMN_COMMENT,Owner';
	const opened = await folder(t, `${header}\nzoo,s,cage,id,Key of the cage,Ada\nzoo,s,cage,w,Width of it,Bob\n`);
	const {stdout, code} = await opened.run('check', 'dictionary.csv');
	assert.equal(code, 0);
	assert.match(stdout, /^ +"COLUMN_COMMENT" is likely col_description: label means "column description"; .*$/m);
	const [, command = ''] = /^ +Map: (.*)$/m.exec(stdout) ?? [];
	assert.equal((await opened.type(command)).code, 0);
	assert.match(await readFile(join(opened.home, 'warehouse.csv'), 'utf8'), /col_name,col_description,Owner/);
	const omitted = await opened.run('check', 'dictionary.csv', '--map', 'COLUMN_COMMENT=none');
	assert.doesNotMatch(omitted.stdout, /likely/);
});

test('a file without names of columns: the command asks for the column', async t => {
	const opened = await folder(t, 'Tabelle,Pflicht,Beispiel\ncage,ja,7\ncage,nein,8\n');
	const {stdout} = await opened.run('check', 'dictionary.csv');
	assert.match(stdout, /col_name +- +name the column that has the names of columns: --map \.\.\.=col_name/);
	assert.match(stdout, /^Next: .* --map \.\.\.=col_name --set database=\.\.\. --set schema=\.\.\. -o warehouse\.csv$/m);
});

test('a proposal is never taken without consent', async t => {
	const opened = await folder(t, dictionaries['qualified names']?.content ?? '');
	assert.equal((await checked(opened, 'dictionary.csv', '--set', 'database=LAB')).valid, false);
	const {code} = await opened.run('fix', 'dictionary.csv', '-o', 'out.csv');
	assert.equal(code, 1);
});

test('rows that a recipe cannot read keep their problems, with the rows and lines of the file', async t => {
	const rows = 'object,column\nHR.EMP,ID\nHR.EMP\nHR.EMP,"AGE"x\nHR.EMP,NAME,more\n\nHR.EMP,ID\n';
	const opened = await folder(t, rows);
	const {stdout, code} = await opened.run(
		'check',
		'dictionary.csv',
		...['--split', 'object=schema.name', '--map', 'column=col_name', '--set', 'database=LAB', '--json'],
	);
	assert.equal(code, 1);
	const {problems} = JSON.parse(stdout) as {problems: ReadonlyArray<{line: number; row: number; code: string}>};
	assert.deepEqual(
		problems.map(problem => [problem.row, problem.line, problem.code]),
		[
			[3, 3, 'missing-cell'],
			[4, 4, 'quote-error'],
			[5, 5, 'extra-cell'],
			[7, 7, 'duplicate-row'],
		],
	);
});

test('a recipe in a profile or a project file makes the rows, and names the column that is gone', async t => {
	const opened = await folder(t, dictionaries['qualified names']?.content ?? '');
	const recipe = [
		'--split',
		'object=schema.name',
		'--map',
		'column=col_name',
		'--map',
		'type=none',
		'--set',
		'database=LAB',
		'--case',
		'lower',
	];
	const target = ['--url', 'eu', '--integration', 'i', '--file', 'dictionary.csv'];
	const added = await opened.run('profiles', 'add', 'nightly', ...target, ...recipe);
	assert.equal(added.code, 0, added.stderr);
	assert.match((await opened.run('profiles', 'show', 'nightly')).stdout, /recipe +.*--split object=schema\.name/);
	assert.match((await opened.run('profiles', 'show', 'nightly')).stdout, /"type" is not sent/);
	const byProfile = await checked(opened, 'nightly');
	assert.deepEqual([byProfile.valid, byProfile.records], [true, 3]);
	const settings = {
		split: {object: ['schema', 'name']},
		mapping: {column: 'col_name', type: 'none'},
		constants: {database: 'LAB'},
	};
	await writeFile(join(opened.home, 'secoda-upload.json'), JSON.stringify({file: 'dictionary.csv', ...settings}));
	const byProject = await checked(opened, 'dictionary.csv');
	assert.deepEqual([byProject.valid, byProject.records], [true, 3]);
	await writeFile(join(opened.home, 'dictionary.csv'), 'objects,column,type\nHR.EMP,ID,INT\n');
	const gone = await opened.run('check', 'nightly');
	assert.equal(gone.code, 2);
	assert.match(gone.stderr, /no column "object".*\n.*"objects"/);
	await opened.run('profiles', 'set', 'nightly', '--unset', 'split', '--unset', 'case', '--unset', 'set');
	assert.doesNotMatch((await opened.run('profiles', 'show', 'nightly')).stdout, /recipe/);
});

test('columns that a recipe does not use are named before sending', async t => {
	const opened = await folder(t, 'object,column,steward\nHR.EMP,ID,Ann\n');
	const {stdout} = await opened.run('check', 'dictionary.csv');
	assert.match(stdout, /^Not sent: steward$/m);
});
