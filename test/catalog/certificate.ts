import {generateKeyPairSync, type KeyObject, randomBytes, sign} from 'node:crypto';

/** A self-signed certificate for one host name, made on the spot, so that no key lies in the repository. */
export function selfSigned(host: string): {readonly key: KeyObject; readonly cert: string} {
	const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'prime256v1'});
	const algorithm = sequence(objectId('2A8648CE3D040302'));
	const name = sequence(der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from(host)))));
	const day = 86_400_000;
	const validity = sequence(time(Date.now() - day), time(Date.now() + day));
	const alternative = sequence(objectId('551D11'), der(0x04, sequence(der(0x82, Buffer.from(host)))));
	const authority = sequence(objectId('551D13'), der(0x04, sequence(der(0x01, Buffer.from([0xff])))));
	const toBeSigned = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
		algorithm,
		name,
		validity,
		name,
		publicKey.export({type: 'spki', format: 'der'}),
		der(0xa3, sequence(alternative, authority)),
	);
	const signature = der(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey));
	const lines =
		sequence(toBeSigned, algorithm, signature)
			.toString('base64')
			.match(/.{1,64}/g) ?? [];
	const cert = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
	return {key: privateKey, cert};
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const {length} = content;
	const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
	return der(0x30, ...parts);
}

function objectId(hex: string): Buffer {
	return der(0x06, Buffer.from(hex, 'hex'));
}

function time(at: number): Buffer {
	return der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));
}
