package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** README.md, as far as tests hold the project to it. */
public final class Readme {

  private static final Pattern SHELL_BLOCK =
      Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private final String text;

  private Readme(String text) {
    this.text = text;
  }

  public static Readme read() {
    return new Readme(projectFile("README.md"));
  }

  /** The text of a file of the project, with its path from the project's root. */
  public static String projectFile(String path) {
    try {
      return Files.readString(
          Path.of(System.getProperty("basedir", System.getProperty("user.dir"))).resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the heading with this title to the next heading of its level. */
  public String section(String title) {
    Pattern section = Pattern.compile(
        "^## " + Pattern.quote(title) + "\\n(.*?)(?=^## |\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    Matcher matcher = section.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("README.md has no section " + title);
    }
    return matcher.group(1);
  }

  /** The blocks of a section that are marked {@code sh}, as one script. */
  public String script(String title) {
    StringBuilder script = new StringBuilder();
    SHELL_BLOCK.matcher(section(title)).results().forEach(block -> script.append(block.group(1)));
    return script.toString();
  }

  /** The rows of a section's first table, without its head, as cells without backticks. */
  public List<List<String>> table(String title) {
    List<List<String>> rows = new ArrayList<>();
    for (String line :
        section(title).lines().dropWhile(line -> !line.startsWith("|")).toList()) {
      if (!line.startsWith("|")) {
        break;
      }
      rows.add(Arrays.stream(line.substring(1).split("\\|"))
          .map(cell -> cell.strip().replace("`", ""))
          .toList());
    }
    return rows.subList(2, rows.size());
  }
}
