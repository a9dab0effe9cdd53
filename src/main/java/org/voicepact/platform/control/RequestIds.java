package org.voicepact.platform.control;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Under which id the work of the present thread is found in answers, in the log and beside the audit trail. A request
 * has the caller's, where it is harmless, or one that is made; each run of the server's own work has one of its own,
 * {@code run-} and 16 hex digits. Whoever calls may choose any id, also one that was there before: it proves nothing.
 */
@Singleton
public class RequestIds {

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Held here, because a logger that nobody holds is forgotten together with its handlers. */
  private static final Logger OURS = Logger.getLogger("org.voicepact");

  /** The member is {@code ext_request_id} in a log in JSON. */
  private static final String MEMBER = "request_id";

  private final ThreadLocal<String> current = new ThreadLocal<>();
  private final Handler naming = new NamingHandler();

  /** The server holds it weakly. */
  private final LogRecordContext.Extension member = current::get;

  /** Lines in JSON have the id as a member, those of Liberty as well; in every format ours begin with it. */
  @PostConstruct
  void joinLog() {
    LogRecordContext.registerExtension(MEMBER, member);
    OURS.addHandler(naming);
  }

  @PreDestroy
  void leaveLog() {
    OURS.removeHandler(naming);
    LogRecordContext.unregisterExtension(MEMBER);
  }

  /** Empty on a thread that neither answers a request nor runs work of the server. */
  public Optional<String> current() {
    return Optional.ofNullable(current.get());
  }

  /**
   * From here on the thread works for a request, until {@link #end}.
   *
   * @param fromCaller the id that the caller sent, not checked yet; null where there was none
   */
  public void begin(String fromCaller) {
    boolean accepted = fromCaller != null && HARMLESS.matcher(fromCaller).matches();
    current.set(accepted ? fromCaller : UUID.randomUUID().toString());
  }

  public void end() {
    current.remove();
  }

  /** A run of the server's own work, under an id of its own. */
  public void ownRun(Runnable run) {
    String before = current.get();
    long random = UUID.randomUUID().getLeastSignificantBits();
    current.set("run-" + HexFormat.of().toHexDigits(random));
    try {
      run.run();
    } finally {
      current.set(before);
    }
  }

  /** The same work for another thread, where it goes on under the id that this one has now. */
  public <T> Callable<T> carried(Callable<T> work) {
    String id = current.get();
    return () -> {
      String before = current.get();
      current.set(id);
      try {
        return work.call();
      } finally {
        current.set(before);
      }
    };
  }

  /** Stands before the handlers that write, and leaves the writing to them. */
  private final class NamingHandler extends Handler {

    NamingHandler() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
      String id = current.get();
      if (id != null) {
        line.setMessage("[" + id + "] " + line.getMessage());
      }
    }

    @Override
    public void flush() {
      // It keeps nothing.
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}
