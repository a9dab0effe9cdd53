package org.voicepact.platform.boundary;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.voicepact.platform.entity.PayloadTooLarge;
import org.voicepact.platform.entity.UnsupportedContentEncoding;

/**
 * No body is read beyond {@link #LIMIT}, or {@link #LIMIT_OF_PROOFS}, whatever {@code Content-Length} says, and none in a
 * content coding. TRACE has no body (RFC 9110, section 9.3.8), and Liberty leaves one that came with it on the
 * connection, where it would be read as the beginning of the next request: so the connection ends with the answer.
 */
@Provider
@PreMatching
@Priority(200)
public class RequestBodyFilter implements ContainerRequestFilter, ContainerResponseFilter {

  /** In bytes. */
  public static final int LIMIT = 1024 * 1024;

  /** Where a proof comes as a whole, in bytes: as much as verifiers read. */
  public static final int LIMIT_OF_PROOFS = 4 * LIMIT;

  private static final List<String> PROOFS = List.of("api", "v1", "verify");

  @Override
  public void filter(ContainerRequestContext request) {
    String encoding = request.getHeaderString("Content-Encoding");
    if (encoding != null && !encoding.isBlank() && !"identity".equalsIgnoreCase(encoding.strip())) {
      throw new UnsupportedContentEncoding();
    }
    int limit = limit(request.getUriInfo());
    if (request.getLength() > limit) {
      throw new PayloadTooLarge(limit);
    }
    if (request.getMediaType() == null && !request.hasEntity()) {
      // A body that is not there is of every type; older callers put all they say into the query.
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
    request.setEntityStream(new BoundedInputStream(request.getEntityStream(), limit));
  }

  private static int limit(UriInfo uri) {
    return PathWords.of(uri).equals(PROOFS) ? LIMIT_OF_PROOFS : LIMIT;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if ("TRACE".equals(request.getMethod())) {
      response.getHeaders().putSingle("Connection", "close");
    }
  }

  private static final class BoundedInputStream extends FilterInputStream {
    private final int limit;
    private int left;

    BoundedInputStream(InputStream in, int limit) {
      super(in);
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new PayloadTooLarge(limit);
      }
    }
  }
}
