import {endingOfFile} from '../job/early-endings.ts';
import type {Ending} from '../job/ending.ts';
import {runJob} from '../job/job.ts';
import {folders} from '../profiles/folders.ts';
import {openState} from '../profiles/state/state.ts';
import {checkText} from '../report/check/text.ts';
import {endingJson, endingLines} from '../report/ending.ts';
import type {Reading} from '../session/open-table.ts';
import {Session} from '../session/session.ts';
import {checkedFile} from './checked.ts';
import {type ConnectionOptions, openConnection} from './connection.ts';
import type {CommandIo} from './io.ts';
import {JobLines} from './job-lines.ts';
import {readSource} from './read-source.ts';

export type UploadOptions = ConnectionOptions &
	Reading & {
		/** A file, or the name of a profile. */
		readonly source: string;
		readonly json: boolean;
		readonly quiet: boolean;
		readonly waitMs: number;
		readonly approve?: string | undefined;
		/** The state folder; the user's own when absent. */
		readonly state?: string | undefined;
	};

/** `secoda-upload upload <file|profile>`: check, preview, guard, send, watch, record. Answers the exit code. */
export async function uploadCommand(options: UploadOptions, io: CommandIo): Promise<number> {
	const {file, profile} = await readSource(options.source, io.env);
	const session = await Session.open(file, io.signal, options);
	try {
		const ending = await endingOf(session, {...options, profile}, io);
		// With --json the result alone goes to stdout; people read the same on stderr.
		if (options.json) io.stdout.write(`${JSON.stringify(endingJson(ending))}\n`);
		(options.json ? io.stderr : io.stdout).write(endingLines(ending));
		return ending.exitCode;
	} finally {
		await session.close();
	}
}

async function endingOf(session: Session, options: UploadOptions, io: CommandIo): Promise<Ending> {
	if (!session.valid) {
		io.stderr.write(checkText(checkedFile(session)));
		return endingOfFile(session);
	}

	const connection = await openConnection(options, io);
	const state = await openState(options.state ?? folders(io.env).state);
	try {
		return await uploadSession(session, options, {...connection, state}, io);
	} finally {
		state.close();
	}
}

type Services = Awaited<ReturnType<typeof openConnection>> & {readonly state: Awaited<ReturnType<typeof openState>>};

/** Runs the job for an open file and tells its events as lines on stderr. */
export async function uploadSession(
	session: Session,
	options: Pick<UploadOptions, 'quiet' | 'waitMs' | 'approve'>,
	{integration, ...services}: Services,
	io: CommandIo,
): Promise<Ending> {
	const lines = new JobLines(io.stderr, options.quiet);
	const job = runJob(
		{
			session,
			integration,
			waitMs: options.waitMs,
			decide: () => Promise.resolve({kind: 'send', approval: options.approve}),
		},
		services,
		io.signal,
	);
	for await (const event of job) {
		if (event.type === 'ended') return event.ending;
		lines.tell(event);
	}

	throw new Error('the job ended without an ending');
}
