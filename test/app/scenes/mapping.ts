import {recordLine} from '../../support/session.ts';
import {clean} from './contents.ts';
import {csv, fileStart} from './file-start.ts';
import type {Player, Scene, SceneStart} from './scene.ts';

/** A dictionary under a title: foreign labels, the table in the first row of its group, and no database. */
const dictionary = [
	'Kundendaten; Stand 2026;;;;',
	'',
	'Tabelle;Spalte;Datentyp;Erklärung;備考;Pflicht',
	'kunden;kd_nr;INTEGER;Laufende Nummer des Kunden;主キー;ja',
	';größe;DECIMAL(5,2);Körpergröße in Metern;;nein',
	'aufträge;auf_nr;INTEGER;Nummer des Auftrags;主キー;ja',
	';kd_nr;INTEGER;"Kunde, der bestellt hat";外部キー;ja',
	'',
].join('\r\n');

/** A row that describes each table, names with their schema, titles between the tables, and a code for views. */
const grouped = [
	'object,column,kind,text',
	'HR.EMP,,T,All who work here',
	'HR.EMP,EMPNO,T,Number of the person',
	'HR.EMP,ENAME,T,Name of the person',
	'FIN.ACC,,V,Accounts of the year',
	'FIN.ACC,ID,V,Number of the account',
	'FIN.ACC,SUM,V,Sum of the year',
	'',
].join('\n');

/** Labels and values that mean nothing. */
const unknown = 'x,y\n1,2\n3,4\n';

/** Tables with a title and a header each. */
const titles = [
	'CAGE,,,',
	'Field,Type,Meaning,Remark of the team',
	'id,int,Key of the cage,',
	'width,int,Width of the cage,in metres',
	',,,',
	'BIRD,,,',
	'Field,Type,Meaning,Remark of the team',
	'id,int,Key of the bird,',
	'',
].join('\n');

type Play = (player: Player) => Promise<void>;

const usual = {sizes: [[80, 24]]} as const;

function scene(name: string, start: SceneStart, play: Play, more: Pick<Scene, 'sizes' | 'ascii'> = {}): Scene {
	return {name: `mapping${name}`, start, play, ...more};
}

const foreign = fileStart(dictionary, {name: 'dictionary.csv'});

/** A profile that reads the file in another way. */
const ofProfile = {
	profileRecipe: {
		profile: 'nightly',
		read: async () => ({headerRow: 2, mapping: {Column: 'col_name'}, constants: {database: 'LAKE'}}) as const,
		save: async () => [],
	},
};

/** Waits until the file is counted. */
const counted = (player: Player) => player.shows(/\d+ errors? left/);

async function accepted(player: Player): Promise<void> {
	await counted(player);
	await player.press('enter', 'database for all rows');
	await counted(player);
}

async function complete(player: Player): Promise<void> {
	await accepted(player);
	await player.type('LAKE', 'LAKE');
	await player.press('enter', 'schema for all rows');
	await player.type('顧客', '顧客');
	await player.press('enter', '▸ Use this mapping');
	await counted(player);
}

/** A way to give input, the keys or the text, and what the screen then shows. */
type Step = readonly [how: 'press' | 'type', input: string, shows: string];

/** Returns a walk that continues another. */
function after(first: Play, ...steps: readonly Step[]): Play {
	return async player => {
		await first(player);
		for (const [how, input, shows] of steps) await player[how](input, shows);
	};
}

/** The mapping of foreign files. */
export const mappingScenes: readonly Scene[] = [
	scene('', foreign, counted),
	scene('-ascii', foreign, counted, {...usual, ascii: true}),
	scene('-narrow', foreign, counted, {sizes: [[40, 10]]}),
	scene('-proposal', foreign, after(counted, ['press', 'down', '▸ ? col_name'])),
	scene('-value', foreign, accepted),
	scene(
		'-value-wrong',
		foreign,
		after(accepted, ['type', 'A.B', 'A.B'], ['press', 'enter', 'cannot contain a period']),
		usual,
	),
	scene('-columns', foreign, after(accepted, ['press', 'tab', 'Choose a column for database'])),
	scene(
		'-columns-search',
		foreign,
		after(accepted, ['press', 'tab', 'Choose a column for database'], ['type', 'pfl', '▸ Pflicht']),
		usual,
	),
	scene(
		'-header',
		foreign,
		after(counted, ['press', 'end', '▸   Header'], ['press', 'enter', 'Which row has the names of the columns?']),
		usual,
	),
	scene('-complete', foreign, complete),
	scene('-missing', foreign, after(accepted, ['press', 'escape s', 'Still needed']), usual),
	scene(
		'-taken-away',
		foreign,
		after(
			complete,
			['press', 'down down enter', 'Choose a column for col_description'],
			['type', 'spa', '▸ Spalte'],
			['press', 'enter', 'col_name has no column now'],
		),
		usual,
	),
	scene('-rows', fileStart(grouped, {name: 'grouped.csv'}), after(counted, ['press', 'end', '▸ ? Rows'])),
	scene(
		'-split',
		fileStart(grouped, {name: 'grouped.csv'}),
		after(
			counted,
			['press', 'down down down down down down', '▸ ? schema'],
			['press', 'enter', 'Split object into schema.name'],
		),
		usual,
	),
	scene(
		'-unknown',
		fileStart(unknown, {name: 'unknown.csv'}),
		player => player.shows('once col_name has a column'),
		usual,
	),
	scene('-obstacle', fileStart(titles, {name: 'tables.csv'}), counted),
	scene(
		'-help',
		foreign,
		after(counted, ['press', '?', 'Mapping of columns'], ['press', 'x', 'searches the keys']),
		usual,
	),
	scene('-of-rows', fileStart(clean), async player => {
		await player.shows('no problems');
		await player.press('c', 'Map the columns of warehouse.csv');
		await counted(player);
	}),
	scene(
		'-profile',
		fileStart(dictionary, {name: 'dictionary.csv', ...ofProfile}),
		after(complete, ['press', 'enter', 'Save this mapping in the profile nightly?']),
	),
	scene('-discard', fileStart(csv(recordLine(), recordLine({col_name: 'total', sort_order: '2'}))), async player => {
		await player.shows('no problems');
		await player.press('e', 'Edit row 2');
		await player.type('x', 'idx');
		await player.press('enter', 'Row 2 changed');
		await player.press('c', 'Map the columns of warehouse.csv');
		await player.press('down down down down v', 'database for all rows');
		await player.type('LAKE', 'LAKE');
		await player.press('enter s', 'Discard edits in 1 row?');
	}),
];
