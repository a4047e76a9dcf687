import { handleAuthRequest } from '@/lib/editors/handle-auth-request';

export { handleAuthRequest as GET, handleAuthRequest as POST };
