import {initialWatch} from '../../../source/app/screens/job/state.ts';
import {catalogError} from '../../../source/catalog/error.ts';
import type {Ending} from '../../../source/job/ending.ts';
import {endingOfFailedWatch, endingOfUnknown, endingOfWatch} from '../../../source/job/endings-after-send.ts';
import {endingOfGuard, endingOfUserError} from '../../../source/job/endings-before-send.ts';
import type {JobEvent, Preview} from '../../../source/job/events.ts';
import {columnType, tableType} from '../../../source/kinds/warehouse/resources.ts';
import type {Player, Scene} from './scene.ts';
import {clear, edgesFound, stopped, syncProgress, target, unreachable, watched} from './upload-facts.ts';
import {type UploadStartOptions, type UploadStep, uploadStart} from './upload-start.ts';

type Play = (player: Player) => Promise<void>;

const planned = (preview: Preview): JobEvent => ({type: 'planned', preview});
const {snapshot} = clear;

/** Shows the preview and sends. */
const send: readonly UploadStep[] = [planned(clear), 'decide'];
const halfSent: readonly UploadStep[] = [...send, 9000, {type: 'sending', sent: 84_000, total: snapshot.bytes}];
const taken: readonly UploadStep[] = [...send, {type: 'answered', taken: true}, 42_000];

function scene(name: string, happenings: readonly UploadStep[], play: Play, options?: UploadStartOptions): Scene {
	return {name, start: uploadStart(happenings, options), play};
}

async function toSend(player: Player): Promise<void> {
	await player.shows('Nothing has been sent yet');
	await player.press('s', 'Esc');
}

/** Sends, and waits for what comes then. */
const sendUntil =
	(wanted: string | RegExp): Play =>
	async player => {
		await toSend(player);
		await player.shows(wanted);
	};

const whole = target.expected;
const endings: Readonly<Record<string, Ending>> = {
	confirmed: {
		...endingOfWatch(watched('complete', whole, 0), snapshot),
		undo: 'secoda-upload rollback nightly',
		link: clear.link,
	},
	'confirmed-still-shown': {...endingOfWatch(watched('still-shown', whole, 3), snapshot), link: clear.link},
	'confirmed-edges': {
		...endingOfWatch(watched('complete', whole, 0, edgesFound('complete', 1000)), snapshot),
		link: clear.link,
	},
	'unseen-edges': {
		...endingOfWatch(watched('incomplete', whole, 0, edgesFound('incomplete', 994)), snapshot),
		link: clear.link,
	},
	'unseen-differences': {
		...endingOfWatch(watched('incomplete', 630, 3), snapshot),
		link: clear.link,
		differences: {
			texts: {
				count: 1,
				first: [
					{
						entity: columnType,
						name: ['DB', '売上', 'orders', 'total'],
						field: 'col_description',
						sent: 'The sum',
						secoda: 'The sum of all items, with taxes, as finance reports it every month',
					},
				],
			},
			missing: {count: 0, first: []},
			stillShown: {
				count: 21,
				first: Array.from({length: 20}, (_, at) => ({entity: tableType, name: ['DB', 'sales', `orders_${at + 1}`]})),
			},
		},
	},
	accepted: {...endingOfWatch(watched('no-evidence-possible', whole, 0), snapshot), link: clear.link},
	'accepted-not-watched': {...endingOfWatch(undefined, snapshot), link: clear.link},
	unseen: {...endingOfWatch(watched('incomplete', 630, 3), snapshot), link: clear.link},
	unwatched: {...endingOfFailedWatch(snapshot, unreachable.problem), link: clear.link},
	unknown: {...endingOfUnknown(undefined, snapshot, 'the connection was reset.'), link: clear.link},
	'ended-stopped': endingOfGuard(
		stopped,
		{kind: 'stopped', reasons: [{code: 'few-rows', rows: 0, minRows: 1}]},
		{given: undefined, command: undefined},
	),
	refused: endingOfUserError(
		catalogError('unauthorized', 'eapi.secoda.co refuses the token (401).', 'Make another one under Settings > API.'),
	),
	failed: endingOfUserError(unreachable),
};

export const jobScenes: readonly Scene[] = [
	scene('connecting', [{type: 'connecting'}], player => player.shows('Connecting')),
	scene('snapshotting', [{type: 'snapshotting', rows: 120_000, of: 1_000_000}], player => player.shows('120,000')),
	scene('sending', halfSent, sendUntil('42 %')),
	scene(
		'sending-later',
		[...halfSent, {type: 'waiting-to-send', reason: 'rate-limited', seconds: 20}],
		sendUntil('Retrying'),
	),
	scene('sending-cancelled', halfSent, async player => {
		await sendUntil('42 %')(player);
		await player.press('escape', 'Cancelling');
	}),
	scene('sent', [...send, 2000, {type: 'sending', sent: snapshot.bytes, total: snapshot.bytes}], sendUntil('100 %')),
	scene('sync', [...taken, syncProgress(630, 3)], sendUntil('Found 630')),
	scene('sync-edges', [...taken, syncProgress(whole, 0, edgesFound('incomplete', 994))], sendUntil('994')),
	scene('sync-not-read', [...taken, {type: 'answered', taken: true}], sendUntil('not read yet')),
	scene(
		'sync-unreachable',
		[...taken, syncProgress(630, 3), {type: 'read-failed', failure: {error: unreachable, times: 3}}],
		sendUntil('3rd time'),
	),
	scene('watch-again', [], player => player.shows('Connecting'), {initial: initialWatch, backTo: 'home'}),
	scene(
		'watch-unknown',
		[{type: 'resumed', taken: false, target}, 5000, syncProgress(0, 3)],
		player => player.shows('Found 0'),
		{initial: initialWatch, backTo: 'home'},
	),
	...Object.entries(endings).map(([name, ending]) =>
		scene(name === 'confirmed' ? 'result' : `result-${name}`, [...taken, {type: 'ended', ending}], sendUntil('Next')),
	),
	scene('result-plan', [...taken, {type: 'ended', ending: endingOfWatch(undefined, snapshot)}], async player => {
		await sendUntil('Next')(player);
		await player.press('p', 'can only be read');
	}),
	scene(
		'result-unsaved',
		[...taken, {type: 'ended', ending: endings['confirmed'] ?? endingOfUserError(unreachable)}],
		sendUntil('not saved in a file'),
		{
			unsaved: true,
		},
	),
];
