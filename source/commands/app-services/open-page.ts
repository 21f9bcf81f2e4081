import {spawn} from 'node:child_process';

/** So long a browser may take to say that it cannot open a page, in milliseconds. */
const openTimeoutMs = 2000;

/** Opens a page in the person's browser. Answers whether that seems to have worked. */
export function openPage(url: string, {SECODA_API_TOKEN: _token, ...env}: NodeJS.ProcessEnv): Promise<boolean> {
	const [command, ...args] = openCommand(env, url);
	return new Promise(resolve => {
		const child = spawn(command, args, {stdio: 'ignore', detached: true, env});
		child.once('error', () => resolve(false));
		// Explorer answers 1 when all is well.
		child.once('exit', code => resolve(code === 0 || process.platform === 'win32'));
		// One that stays is a browser.
		setTimeout(() => resolve(true), openTimeoutMs).unref();
		child.unref();
	});
}

function openCommand({BROWSER}: NodeJS.ProcessEnv, url: string): readonly [command: string, ...args: string[]] {
	if (BROWSER) return [BROWSER, url];
	if (process.platform === 'darwin') return ['open', url];
	return process.platform === 'win32' ? ['explorer.exe', url] : ['xdg-open', url];
}
