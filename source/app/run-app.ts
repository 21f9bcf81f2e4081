import type {Ending} from '../job/ending.ts';
import {endingLines} from '../report/ending.ts';
import {homeFlow, profileFlow} from './flows/home.ts';
import {openFile} from './flows/open-file.ts';
import type {AppServices, Opened} from './services.ts';
import {type AppStreams, Left, Stage} from './stage.tsx';

/** What the app begins with. */
type Beginning =
	| {readonly kind: 'file'; readonly opened: Opened}
	| {readonly kind: 'home'; readonly services: AppServices}
	| {readonly kind: 'profile'; readonly name: string; readonly services: AppServices};

/** Runs the interactive app. Answers the exit code; the terminal is then as it was before. */
export async function runApp(beginning: Beginning, streams: AppStreams): Promise<number> {
	const stage = new Stage(streams);
	let last: Ending | undefined;
	const ended = (ending: Ending) => {
		// Home tells and remembers each run; on leaving it, only what came after that is told.
		const isTold = beginning.kind === 'home' && !stage.isLeft;
		// What changed nothing was told on the screen, unless nobody looks any more.
		if (!isTold && (ending.sent !== null || stage.isLeft)) last = ending;
	};
	try {
		await begin(beginning, stage, ended);
	} catch (error) {
		if (!(error instanceof Left)) throw error;
	} finally {
		await stage.close();
	}

	if (last !== undefined) streams.stdout.write(streams.withoutSecrets(endingLines(last)));
	return last?.exitCode ?? 0;
}

function begin(beginning: Beginning, stage: Stage, ended: (ending: Ending) => void): Promise<void> {
	switch (beginning.kind) {
		case 'home':
			return homeFlow(stage, beginning.services, ended);
		case 'profile':
			return profileFlow(stage, beginning.services, beginning.name, ended);
		default:
			return openFile({opened: beginning.opened, straightToPreview: false, ended}, stage);
	}
}
