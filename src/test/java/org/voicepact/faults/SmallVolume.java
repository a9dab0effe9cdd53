package org.voicepact.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A file system of some megabytes, which can be filled to the last byte. */
final class SmallVolume implements AutoCloseable {

  private final Path root;

  private SmallVolume(Path root) {
    this.root = root;
  }

  /** Skips the test where this process may not mount it. */
  static SmallVolume mount(int megabytes) throws IOException {
    Path root = Files.createTempDirectory("voicepact-small");
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", root.toString());
    if (!mounted) {
      Files.delete(root);
    }
    Assumptions.assumeTrue(mounted, "this user may not mount a tmpfs");
    return new SmallVolume(root);
  }

  private static boolean run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    try {
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Path root() {
    return root;
  }

  /** Takes all space that is left, also what others have given up since the last time. */
  void fill() throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out =
        Files.newOutputStream(filling(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (root.toFile().getUsableSpace() >= block.length) {
        throw full;
      }
    }
  }

  void free() throws IOException {
    Files.delete(filling());
  }

  private Path filling() {
    return root.resolve("filling");
  }

  @Override
  public void close() throws IOException {
    if (!run("umount", root.toString())) {
      throw new IOException(root + " is still in use");
    }
    Files.delete(root);
  }
}
