import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An application that is deployed beside VoicePact for measurements: it answers so many bytes, always the same. */
@ApplicationPath("/")
public class Constant extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Answer.class);
  }

  /** The limit of what this server can answer. */
  @Path("/{size}")
  public static class Answer {

    private static final Map<Integer, byte[]> BODIES = new ConcurrentHashMap<>();

    @GET
    @Produces("application/json")
    public byte[] answer(@PathParam("size") int size) {
      return BODIES.computeIfAbsent(size, Answer::body);
    }

    private static byte[] body(int size) {
      byte[] body = new byte[size];
      Arrays.fill(body, (byte) '0');
      body[0] = '"';
      body[size - 1] = '"';
      return body;
    }
  }
}
