import {flushCompileCache} from 'node:module';

/** Stores compiled code when the process exits, while its signal handlers still work: the limit of file sizes sends a signal. */
export function storeCompiledCodeAtExit(): void {
	process.on('exit', () => flushCompileCache());
}
