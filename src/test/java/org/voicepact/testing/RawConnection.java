package org.voicepact.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A connection to a server that carries requests as they are, one after the other, whatever is in them (HTTP/1.1, RFC
 * 9112). It is opened again where the server has closed it. For one thread.
 */
public final class RawConnection implements AutoCloseable {

  /** An answer: its header fields with lower-case names, and its body without its framing. */
  public record Reply(int status, List<String[]> fields, byte[] body) {

    /** The first value of a field; empty where it is absent. */
    public String field(String name) {
      return fields.stream()
          .filter(field -> field[0].equals(name))
          .map(field -> field[1])
          .findFirst()
          .orElse("");
    }
  }

  private final InetSocketAddress address;
  private final Duration patience;
  private Socket socket;
  private InputStream in;
  private long deadline;

  /**
   * @param patience how long an answer may take from the first byte of the request to the last of the answer
   */
  public RawConnection(String host, int port, Duration patience) {
    this.address = new InetSocketAddress(host, port);
    this.patience = patience;
  }

  /**
   * @param request all bytes of it
   * @param head whether the answer has no body whatever its fields say
   * @throws SocketTimeoutException where it took too long
   * @throws IOException where the server closed without an answer, or what came is none
   */
  public Reply exchange(byte[] request, boolean head) throws IOException {
    deadline = System.nanoTime() + patience.toNanos();
    boolean reused = socket != null;
    try {
      return attempt(request, head);
    } catch (SocketTimeoutException e) {
      close();
      throw e;
    } catch (IOException e) {
      close();
      if (!reused) {
        throw e;
      }
    }
    // The server may have closed the old connection before it saw the request.
    try {
      return attempt(request, head);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private Reply attempt(byte[] request, boolean head) throws IOException {
    IOException unsent = null;
    if (socket == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.connect(address, (int) patience.toMillis());
      in = new BufferedInputStream(socket.getInputStream());
    }
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // It may have answered before it had read all of the request: then the answer can still be
      // read.
      unsent = e;
    }
    Reply reply = answered(head, unsent);
    if (reply.field("connection").equalsIgnoreCase("close")) {
      close();
    }
    return reply;
  }

  private Reply answered(boolean head, IOException unsent) throws IOException {
    try {
      return read(head);
    } catch (IOException e) {
      if (unsent != null) {
        e.addSuppressed(unsent);
      }
      throw e;
    }
  }

  private Reply read(boolean head) throws IOException {
    while (true) {
      String[] start = line().split(" ", 3);
      if (start.length < 2 || !start[0].startsWith("HTTP/1.")) {
        throw new IOException("no status line: " + String.join(" ", start));
      }
      int status = Integer.parseInt(start[1]);
      List<String[]> fields = new ArrayList<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        fields.add(new String[] {
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip()
        });
      }
      if (status >= 200) {
        Reply without = new Reply(status, fields, new byte[0]);
        return head || status == 204 || status == 304
            ? without
            : new Reply(status, fields, body(without));
      }
    }
  }

  private byte[] body(Reply reply) throws IOException {
    if (reply.field("transfer-encoding").equalsIgnoreCase("chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int size;
      do {
        size = Integer.parseInt(line().split(";")[0].strip(), 16);
        body.writeBytes(bytes(size));
        line();
      } while (size > 0);
      return body.toByteArray();
    }
    String length = reply.field("content-length");
    if (length.isEmpty()) {
      byte[] rest = in.readAllBytes();
      close();
      return rest;
    }
    return bytes(Integer.parseInt(length));
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int read = 0; read < count; ) {
      await();
      int more = in.read(bytes, read, count - read);
      if (more < 0) {
        throw new EOFException("closed within an answer");
      }
      read += more;
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      await();
      int next = in.read();
      if (next < 0) {
        throw new EOFException("closed without an answer");
      }
      if (next == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      }
      line.write(next);
    }
  }

  private void await() throws IOException {
    if (in.available() > 0) {
      return;
    }
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no answer within " + patience);
    }
    socket.setSoTimeout((int) left);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
