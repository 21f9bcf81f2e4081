import {pathKeys} from '../../components/path-field/keys.ts';
import {keyOf} from '../../keys.ts';
import type {Opened} from '../../services.ts';
import {Asker} from '../asker.ts';
import {openFile} from '../open-file.ts';
import {pickFile} from '../pick-file.ts';
import type {OpensAt} from '../review/options.ts';
import {trying} from './trying.ts';
import type {Notes, Visit} from './visit.ts';

export type Opening = {
	readonly opensAt: OpensAt;
	/** The profile of which it is the file. */
	readonly profile?: string;
};

/** Asks for a file and opens it. */
export async function openAny(visit: Visit): Promise<void> {
	const {files, home} = visit.services;
	const asker = new Asker(visit.stage, 'Open a file', text => files.complete(text));
	const looked = await pickFile(asker, files, {
		lines: [`${keyOf(pathKeys, 'complete')} completes; a file can be dropped here.`],
	});
	if (looked !== undefined) await open(visit, home.openFile(looked.path), {opensAt: 'rows'});
}

/** Starts a local Secoda and opens its example. */
export async function trySandbox(visit: Visit): Promise<void> {
	await trying(visit, 'The sandbox did not start', async () => {
		const asker = new Asker(visit.stage, 'Try the sandbox');
		const started = await asker.wait('Starting a local Secoda', () => visit.services.home.sandbox());
		if (started.kind === 'done') await show(visit, started.value, {opensAt: 'rows'});
	});
}

/** Shows a file until it is closed; it is among the recent ones then. */
export async function open(visit: Visit, opened: Opened, opening: Opening): Promise<void> {
	visit.services.files.opened(opened.file);
	await trying(visit, 'The file cannot be opened', () => show(visit, opened, opening));
}

async function show(
	{stage, services, notes, tokens}: Visit,
	opened: Opened,
	{opensAt, profile}: Opening,
): Promise<void> {
	const ended: Notes['ended'] = (ending, how) => {
		if (profile !== undefined) tokens.ended(profile, opened, ending);
		notes.ended(ending, how);
	};
	const {saved, kept} = notes;
	await openFile({opened, opensAt, saved, kept, ended, paths: services.files}, stage);
}
