/** A whole installation on this machine: its databases, the Worker in workerd, one folder of state. */
import { join } from 'node:path';
import type { RegionId } from '../ids.ts';
import { type Build, buildWhatChanged } from './build.ts';
import { openLocalPostgres } from './postgres.ts';
import { takeStateFolder } from './state-folder.ts';
import { serveBundle } from './workerd.ts';

export interface InstallationOptions {
  folder: string;
  port: number;
  fresh: boolean;
  /** Variables of the Worker that stand above the embedded ones; a real provider is turned on by them. */
  variables: Record<string, string>;
  report(line: string): void;
}

export interface Installation {
  url: string;
  folder: string;
  /** Connection strings by region, through the gateway for the embedded ones. */
  databases: Record<RegionId, string>;
  operatorKey: string;
  /** Opens the embedded mailbox. */
  mailboxKey: string;
  /** Shows links on the home page, as JSON. */
  showLinks(links: string): Promise<void>;
  /** Stops taking requests, then closes what holds state. */
  close(): Promise<void>;
}

/** Opens everything; the databases open by themselves when they are first used. @throws FolderInUse */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const state = await takeStateFolder(options.folder, options.fresh);
  const closers: (() => Promise<void>)[] = [() => state.release()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const build: Build = await buildWhatChanged(options.report);
    const postgres = await openLocalPostgres(join(options.folder, 'pg'), ({ region, state }) => {
      if (state === 'creating') options.report(`Creating the database of ${region} …`);
    });
    closers.push(() => postgres.close());
    const databases = { ...postgres.urls };
    const bindings: Record<string, string> = {
      OBJECT_PLACEMENT: 'name',
      SESSION_SECRET: state.sessionSecret,
      OPERATOR_KEY: state.operatorKey,
      MAILBOX_KEY: state.mailboxKey,
      PUBLIC_ORIGIN: `http://localhost:${options.port}`,
    };
    for (const [region, url] of Object.entries(postgres.urls)) bindings[`DATABASE_URL_${region.toUpperCase()}`] = url;
    Object.assign(bindings, options.variables);
    const worker = await serveBundle({
      bundle: build.bundle,
      stateFolder: options.folder,
      port: options.port,
      bindings,
    });
    closers.push(() => worker.close());
    return {
      url: worker.url,
      folder: options.folder,
      databases,
      operatorKey: bindings.OPERATOR_KEY ?? state.operatorKey,
      mailboxKey: bindings.MAILBOX_KEY ?? state.mailboxKey,
      showLinks: (links) => worker.rebind({ ...bindings, INSTALLATION_LINKS: links }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
