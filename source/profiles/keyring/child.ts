/**
Talks to the keyring of the operating system in a separate process, because a hung keyring blocks its caller forever. Secrets are
passed by the standard streams only.
*/
import type {KeyringReply, KeyringRequest} from './protocol.ts';

/** How often to check that the parent process still runs. */
const parentCheckMs = 1000;

const parent = process.ppid;
// Without its parent nothing would end this process if the keyring hangs.
setInterval(() => {
	if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, parentCheckMs).unref();

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(JSON.stringify(await answer(JSON.parse(Buffer.concat(chunks).toString('utf8')))));

async function answer(request: KeyringRequest): Promise<KeyringReply> {
	let keytar: typeof import('keytar');
	try {
		const loaded = await import('keytar');
		keytar = loaded.default ?? loaded;
	} catch (error) {
		return {kind: 'missing', reason: messageOf(error)};
	}

	try {
		const {service} = request;
		switch (request.do) {
			case 'get':
				return {kind: 'done', secret: await keytar.getPassword(service, request.account)};
			case 'set':
				await keytar.setPassword(service, request.account, request.secret);
				return {kind: 'done', secret: null};
			case 'delete':
				return {kind: 'done', secret: (await keytar.deletePassword(service, request.account)) ? '' : null};
			case 'delete-all':
				for (const {account} of await keytar.findCredentials(service))
					if (account.startsWith(request.begin)) await keytar.deletePassword(service, account);
				return {kind: 'done', secret: null};
		}
	} catch (error) {
		return {kind: 'failed', reason: messageOf(error)};
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
