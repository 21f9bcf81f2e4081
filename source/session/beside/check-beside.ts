import {Worker} from 'node:worker_threads';
import {findEntryPoint} from '../../program-files.ts';
import {isSameState} from '../../records/source/file-state.ts';
import type {CheckedFile} from '../checked-file.ts';
import type {CheckMessage, CheckOrder} from './messages.ts';

/** The result: `not-checked` if the file must be checked in this thread. */
export type BesideResult = 'checked' | 'not-checked';

/** True if another thread can check a file: one on disk, of a kind whose check can be moved. */
export function canCheckBeside({records, state}: CheckedFile): boolean {
	return state !== undefined && !records.file.isCopy;
}

/** Checks a file in a thread of its own, so that this one can check another file at the same time. */
export async function checkBeside(
	file: CheckedFile,
	signal: AbortSignal,
	onProgress: (bytes: number) => void = () => undefined,
): Promise<BesideResult> {
	signal.throwIfAborted();
	const order: CheckOrder = {path: file.path, kind: file.kind.name};
	const worker = new Worker(findEntryPoint('check-worker').path, {workerData: order});
	const {promise, resolve, reject} = Promise.withResolvers<BesideResult>();
	const stop = () => reject(signal.reason);
	signal.addEventListener('abort', stop);
	worker.on('error', reject);
	worker.on('exit', code => reject(new Error(`the thread of a check ended with ${code}`)));
	worker.on('message', (message: CheckMessage) => {
		switch (message.kind) {
			case 'progress':
				return onProgress(message.bytes);
			case 'checked':
				return resolve(takeOver(file, message));
			case 'failed':
				return resolve('not-checked');
			default:
				return message satisfies never;
		}
	});
	try {
		return await promise;
	} finally {
		signal.removeEventListener('abort', stop);
		await worker.terminate();
	}
}

/** Continues with what the thread has found, if it has read the same content. */
function takeOver(file: CheckedFile, {opened, state}: Extract<CheckMessage, {readonly kind: 'checked'}>): BesideResult {
	if (!isSameState(opened, file.records.file.openedState)) return 'not-checked';
	file.continueFrom(state);
	return 'checked';
}
