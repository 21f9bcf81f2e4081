import {once} from 'node:events';
import {outcomeStyle} from '../../../source/app/outcome-style.ts';
import type {HomeProfile} from '../../../source/app/screens/home/state.ts';
import type {AppServices} from '../../../source/app/services/app-services.ts';
import type {OpenTarget} from '../../../source/app/services/open-target.ts';
import type {PastUploadSummary} from '../../../source/app/services/past-uploads.ts';
import type {ConnectedWorkspace, Workspace} from '../../../source/app/services/workspace.ts';
import {integrationTypes} from '../../../source/catalog/create-integration.ts';
import {regions, workspaceOf} from '../../../source/commands/app-services/workspaces.ts';
import {UserError} from '../../../source/errors/user-error.ts';
import {warehouse} from '../../../source/kinds/warehouse/warehouse.ts';
import {withHeader} from '../../../source/mapping/mapping-sample.ts';
import {isProfileName, profileNameFrom, profileNameHint} from '../../../source/profiles/profile.ts';
import {shortCounts} from '../../../source/report/history.ts';
import {historyFacts} from '../../../source/report/history-facts.ts';
import type {MappableFile} from '../../../source/session/mappable-file.ts';
import {openedFile} from './file-start.ts';

/** The home folder in scenes. */
const home = '/home/ada';

const account: ConnectedWorkspace = {
	host: 'eapi.secoda.co',
	owner: 'ada@example.com',
	async *integrations() {
		yield [
			{id: '6f1c', name: 'Warehouse 倉庫'},
			{id: '9b20', name: 'Finance'},
		];
	},
	teams: async () => [
		{id: 'data', name: 'Data'},
		{id: 'finance', name: 'Finance'},
		{id: 'general', name: 'General'},
	],
};

/** A file with one beside it that is sent together with it. */
const pairedPath = `${home}/exports/resources.jsonl`;

/** A file that a save would replace. */
const takenPath = `${home}/taken.sql`;

const paths = [`${home}/exports/`, `${home}/exports/odd.csv`, `${home}/exports/warehouse.csv`];

/** The headers of odd.csv, of which some say nothing to Secoda. */
const oddLabels = [
	'Feld',
	'Erklärung',
	'col_type',
	'sort_order',
	'資料庫',
	'schema',
	'name',
	'description',
	'is_view',
	'Stand',
];

const oddRows = [
	['id', 'The id', 'INT', '1', 'DB', 'sales', 'orders', 'Orders', 'false', '2026-01'],
	['total', 'The sum', 'NUMERIC', '2', 'DB', 'sales', 'orders', 'Orders', 'false', '2026-01'],
	['名前', '顧客の氏名', 'TEXT', '1', 'DB', 'sales', 'customers', 'Customers', 'false', '2026-02'],
];

function oddFile(path: string): MappableFile {
	const records = {
		encoding: undefined,
		delimiter: ',',
		isDelimiterDetected: true,
		records: [oddLabels, ...oddRows],
	} as const;
	return {
		path,
		sample: withHeader(records, 1, {isHeaderDetected: true}),
		count: async () => ({rows: 3, tables: 2, errors: 0}),
	};
}

const run = (outcome: string, at: string, message: string) => ({outcome, at, message});

export const profiles: readonly HomeProfile[] = [
	{
		name: 'crm-staging',
		host: 'eapi.secoda.co',
		integration: 'CRM (Staging)',
		file: `${home}/exports/crm.csv`,
		token: 'file',
		lastRun: run('refused', '2026-02-20T08:00:00Z', 'eapi.secoda.co refuses the token (401).'),
	},
	{
		name: 'nightly',
		host: 'eapi.secoda.co',
		integration: 'Warehouse 倉庫',
		file: `${home}/exports/warehouse.csv`,
		token: 'keyring',
		lastRun: run(
			'unseen',
			'2026-03-02T03:00:00Z',
			'Sent, but the sync was not confirmed within 10 min 00 s: 630 of 1,204 tables and columns found.',
		),
		watchable: 12,
	},
	{
		name: 'quarterly',
		host: 'secoda.example.com',
		integration: 'Finance',
		file: undefined,
		token: 'nowhere',
		lastRun: undefined,
	},
];

const pastRuns: readonly PastUploadSummary[] = [
	{outcome: 'unseen', age: '6 hours ago', message: 'Sent, but the sync was not confirmed.', id: 12},
	{outcome: 'confirmed', age: '1 day ago', message: 'Confirmed: all 1,204 were found.', id: 11},
	{
		outcome: 'stopped',
		age: '2 days ago',
		message: 'Safety stop: 40 of the 1,204 columns in the catalog are not in the file and would be hidden.',
		id: 9,
	},
	{outcome: 'refused', age: '10 days ago', message: 'The token was refused.', id: 7},
].map(({outcome, age, message, id}) => {
	const reasons = outcome === 'stopped' ? ['40 of the 1,204 columns in the catalog would be hidden'] : [];
	const upload = {
		id,
		at: `2026-03-0${id % 8}T03:00:00.000Z`,
		endedAt: `2026-03-0${id % 8}T03:10:04.500Z`,
		profile: 'nightly',
		host: 'eapi.secoda.co',
		integration: '6f1c',
		source: 'warehouse.csv',
		files: [`${home}/exports/warehouse.csv`],
		version: '1.0.0',
		records: 1204,
		bytes: 198_311,
		sha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
		outcome,
		message,
		code: outcome === 'refused' ? 'unauthorized' : undefined,
		planId: '2f6c0b1d9e37',
		plan: {
			version: 1,
			counts: {created: {tables: 1, columns: 12}, kept: {tables: 60, columns: 1131}, hidden: {columns: 40}},
			reasons,
			causes: [
				{kind: 'container-renamed', hidden: {columns: 40}, created: {columns: 12}, fix: ['--value schema:sales=shop']},
			],
		},
		sync: outcome === 'unseen' ? {version: 1, expected: 1204, found: 630, missing: 574, seconds: 600} : undefined,
		link: 'https://app.secoda.co/integrations/6f1c/syncs',
		parts: [],
		isSent: outcome !== 'stopped',
		isRunning: false,
	};
	return {
		title: `${outcomeStyle(outcome)[1]} #${id} ${outcome}, ${age}`,
		detail: `${shortCounts(upload)}: ${message}`,
		facts: historyFacts(upload),
		id,
		profile: 'nightly',
		isWatchable: id === 12,
		isRepeatable: id === 11,
	};
});

/** The uploads of all profiles, and of a file without one. */
const allRuns: readonly PastUploadSummary[] = pastRuns.map(upload =>
	upload.id === 11
		? {...upload, profile: undefined, host: 'eapi.secoda.co', detail: `crm.csv, CRM (Staging), ${upload.detail}`}
		: {...upload, detail: `nightly, Warehouse 倉庫, ${upload.detail}`},
);

export type ServiceOptions = {
	readonly profiles?: readonly HomeProfile[];
	readonly damaged?: ReadonlyArray<{readonly name: string; readonly message: string}>;
	readonly runs?: readonly PastUploadSummary[];
	/** The workspace does not respond. */
	readonly isSilent?: boolean;
	/** The keyring cannot be used. */
	readonly keyringFault?: boolean;
};

/** Services that answer with facts: no file, no keyring and no network is behind them. */
export function sceneServices(options: ServiceOptions = {}): AppServices {
	const opened = (): OpenTarget => openedFile('warehouse.csv');
	return {
		setup: {
			regions,
			hasEnvironmentToken: false,
			types: integrationTypes,
			workspace: workspaceOf,
			checkHealth: async (_workspace, signal) => {
				if (options.isSilent === true && !signal.aborted) await once(signal, 'abort');
			},
			checkToken: async (workspace: Workspace, typed) =>
				workspace.url === 'eu' && typed !== 'wrong'
					? {kind: 'good', account}
					: {kind: 'bad', refused: true, message: `${workspace.host} refuses the token (401).`},
			keyringError: async () =>
				options.keyringFault === true
					? {problem: 'The keyring does not respond.', hint: 'Unlock it, or keep the token elsewhere.'}
					: undefined,
			openPage: async () => true,
			profileNames: async () => ['nightly'],
			nameError: name => (isProfileName(name) ? undefined : profileNameHint),
			suggestName: profileNameFrom,
			save: async draft => ({
				integration:
					draft.integration.kind === 'existing'
						? draft.integration.integration
						: {id: '3c44', name: draft.integration.request.name},
				page: 'https://eu.secoda.co/integrations/3c44/syncs',
				isNewIntegration: draft.integration.kind === 'new',
				notes: [],
			}),
		},
		files: {
			complete: async text => paths.filter(path => path.startsWith(text) && path !== text),
			expand: text => text,
			resolve: text => (text === '.' ? home : text),
			recent: () => [`${home}/exports/warehouse.csv`, `${home}/exports/crm.csv`],
			async inspect(path) {
				if (![...paths, pairedPath].includes(path))
					throw new UserError('no-such-file', `${path} does not exist.`, 'Check the path.');
				const companion = path === pairedPath ? `${home}/exports/lineage.jsonl` : undefined;
				return {path, kind: warehouse, mappable: companion === undefined ? oddFile(path) : undefined, companion};
			},
			exists: async () => false,
			saveText: async (path, _text, existing) => {
				if (path === takenPath && existing === 'refuse')
					throw new UserError('already-exists', `${path} already exists.`, 'Name another file.');
				return {path, durability: {kind: 'durable'}, notKept: [], leftover: undefined, sourceChange: 'none'};
			},
			opened: () => undefined,
		},
		home: {
			profiles: async () => ({profiles: options.profiles ?? profiles, damaged: options.damaged ?? []}),
			openProfile: async name => {
				if (name === 'quarterly')
					throw new UserError('no-such-file', 'finance.csv does not exist.', 'Check the path of the profile.');
				if (name !== 'crm-staging') return {kind: 'opened', opened: opened()};
				const wanted = {
					workspace: workspaceOf('eu'),
					reason: 'eapi.secoda.co refuses the token (401).',
					storedIn: 'in a file that only you can read',
				};
				return {kind: 'token-wanted', wanted};
			},
			openDestination: async () => {
				throw new UserError('unreachable', 'Cannot connect to eapi.secoda.co (ECONNREFUSED).', 'Check the network.');
			},
			keepToken: async () => [],
			openFile: () => opened(),
			profileFile: async () => opened(),
			editableProfile: async name => ({
				name,
				workspace: workspaceOf('eu'),
				integration: {id: '6f1c', name: 'Warehouse 倉庫'},
				file: `${home}/exports/warehouse.csv`,
				recipe: {mapping: {Feld: 'col_name', 資料庫: 'database'}},
				safeFixes: true,
				tokenStorage: 'keyring',
				connect: async () => ({kind: 'good', account}),
			}),
			remove: async () => undefined,
			sandbox: async () => opened(),
		},
		uploads: {
			hasUploads: () => false,
			list: async profile => options.runs ?? (profile === undefined ? allRuns : pastRuns),
			openWatch: async () => {
				throw new UserError('unreachable', 'Cannot connect to eapi.secoda.co (ECONNREFUSED).', 'Check the network.');
			},
			openRollback: async () => {
				throw new UserError('unreachable', 'Cannot connect to eapi.secoda.co (ECONNREFUSED).', 'Check the network.');
			},
		},
	};
}
