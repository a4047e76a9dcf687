import { streamReportJson } from '@/lib/importing/report-stream';
import { sendReport } from '../send-report';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return sendReport(request, params, { type: 'json', stream: streamReportJson });
}
