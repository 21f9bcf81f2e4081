/** Checks a file in a thread of its own, and passes on the result. */
import {type MessagePort, parentPort, workerData} from 'node:worker_threads';
import {UserError} from '../../errors/user-error.ts';
import {kindNamed} from '../../kinds/index.ts';
import {CheckedFile} from '../checked-file.ts';
import {openRecords} from '../open-records.ts';
import {arrayBuffersIn} from './array-buffers.ts';
import type {CheckMessage, CheckOrder} from './messages.ts';

/** The number of bytes after which the progress is passed on. */
const progressBytes = 4 * 1024 * 1024;

if (parentPort === null) throw new Error('this file runs only in a thread');
await answer(workerData, parentPort);

async function answer(order: CheckOrder, port: MessagePort): Promise<void> {
	try {
		await check(order, port);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		port.postMessage({kind: 'failed'} satisfies CheckMessage);
	}
}

async function check({path, kind: name}: CheckOrder, port: MessagePort): Promise<void> {
	// The program ends the thread to stop a check.
	const {signal} = new AbortController();
	const kind = kindNamed(name);
	const file = new CheckedFile(await openRecords(path, {kinds: kind === undefined ? [] : [kind]}, signal));
	try {
		let passedOn = 0;
		await file.check(signal, bytes => {
			if (bytes - passedOn < progressBytes) return;
			passedOn = bytes;
			port.postMessage({kind: 'progress', bytes} satisfies CheckMessage);
		});
		const {state} = file;
		if (state === undefined) throw new TypeError(`the result of a ${name} file cannot be moved`);
		const opened = file.records.file.openedState;
		port.postMessage({kind: 'checked', opened, state} satisfies CheckMessage, arrayBuffersIn(state));
	} finally {
		await file.close();
	}
}
