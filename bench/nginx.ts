import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The peer that serves files: nginx with one worker, over the given pages, on a port of its own. */
export async function startNginx(
  dir: string,
  port: number,
  pages: Record<string, string>,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const root = path.join(dir, 'html');
  await mkdir(root, { recursive: true });
  for (const [name, html] of Object.entries(pages)) await writeFile(path.join(root, name), html);
  await chmod(dir, 0o755); // its worker is another user when the master is root
  const config = path.join(dir, 'nginx.conf');
  await writeFile(
    config,
    `worker_processes 1; pid ${dir}/nginx.pid; daemon off; error_log ${dir}/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; keepalive_requests 1000000; default_type text/html;
  client_body_temp_path ${dir}/t1; proxy_temp_path ${dir}/t2; fastcgi_temp_path ${dir}/t3; uwsgi_temp_path ${dir}/t4; scgi_temp_path ${dir}/t5;
  open_file_cache max=100; server { listen 127.0.0.1:${port}; root ${root}; } }\n`,
  );
  const child = spawn('nginx', ['-c', config, '-p', dir], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
