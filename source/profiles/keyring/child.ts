/**
Talks to the keyring of the operating system in a process of its own, because a hung keyring blocks the process that asks
for good. The secret comes and goes by the standard streams only.
*/
import type {KeyringReply, KeyringRequest} from './protocol.ts';

/** How often it is looked whether the program that asks is still there, in milliseconds. */
const parentCheckMs = 1000;

const parent = process.ppid;
// A hung keyring would keep this process for good when nobody is left to end it.
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
