package org.voicepact.payment.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.voicepact.payment.entity.Statement;
import org.voicepact.platform.entity.InvalidInput;

/** Reads a statement in the form that the caller names. */
@Singleton
public class ReadingStatement {

  private final List<StatementFormat> formats;

  @Inject
  public ReadingStatement(@Any Instance<StatementFormat> formats) {
    this.formats = formats.stream().toList();
  }

  /**
   * @throws InvalidInput where there is no such form, or naming each line that cannot be read
   */
  public Statement read(String format, String csv) {
    return formats.stream()
        .filter(each -> each.name().equals(format))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("format", "must be one of: " + names()))
        .read(csv);
  }

  private String names() {
    return formats.stream().map(StatementFormat::name).sorted().collect(Collectors.joining(", "));
  }
}
