import { describe, expectTypeOf, test } from 'vitest';
import {
  diagnoseServer,
  type Certificate,
  type DiagnoseServerOptions,
  type FileDiagnosis,
  type ServerDiagnosis,
  type ServerTarget,
  type TlsProtocol,
  type TrustResult,
} from 'profilewright';

// These functions are only type-checked: nothing here runs.
const never = (_: () => unknown): void => undefined;

describe('the types of diagnoseServer', () => {
  test('a server is named by a text or by its parts', () => {
    expectTypeOf<string>().toExtend<ServerTarget>();
    expectTypeOf<{ host: string; port: number; servername: string }>().toExtend<ServerTarget>();
    // @ts-expect-error a port is a number
    never(() => diagnoseServer({ host: 'nas', port: '443' }, { anchors: [] }));
  });

  test('the anchors have to be said, and an AbortSignal will do', () => {
    expectTypeOf<{ anchors: Certificate[]; signal: AbortSignal }>().toExtend<DiagnoseServerOptions>();
    // @ts-expect-error without anchors no private CA could be trusted
    never(() => diagnoseServer('nas', {}));
    // @ts-expect-error there are three ways to install
    never(() => diagnoseServer('nas', { anchors: [], install: 'usb' }));
  });

  test('the diagnosis is a result of the evaluator, with the server', () => {
    const ask = () => diagnoseServer('nas', { anchors: [] });
    expectTypeOf(ask).returns.resolves.toEqualTypeOf<ServerDiagnosis>();
    expectTypeOf<ServerDiagnosis>().toExtend<TrustResult>();
    expectTypeOf<ServerDiagnosis['server']['sent']>().toEqualTypeOf<readonly Certificate[]>();
    expectTypeOf<ServerDiagnosis['server']['protocol']>().toEqualTypeOf<TlsProtocol>();
    expectTypeOf<ServerDiagnosis['server']['servername']>().toEqualTypeOf<string | undefined>();
  });

  test('a file in place of a live server has no protocol', () => {
    const ask = () => diagnoseServer({ chain: 'PEM', hostname: 'nas' }, { anchors: [] });
    expectTypeOf(ask).returns.resolves.toEqualTypeOf<FileDiagnosis>();
    expectTypeOf<FileDiagnosis>().toExtend<TrustResult>();
    expectTypeOf<FileDiagnosis['server']>().not.toHaveProperty('protocol');
    // @ts-expect-error a file has no port
    never(() => diagnoseServer({ chain: 'PEM', port: 443 }, { anchors: [] }));
  });
});
