package org.voicepact.payment.control;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.InvalidInput;

/**
 * A table in CSV (RFC 4180). Its head may stand below lines that tell of the whole; columns are found by their names,
 * without regard to case and a full stop at the end, in any order and among others.
 */
public final class CsvTable {

  private static final ObjectReader READER = CsvMapper.builder()
      .enable(CsvParser.Feature.WRAP_AS_ARRAY)
      .enable(CsvParser.Feature.TRIM_SPACES)
      .build()
      .readerFor(String[].class);

  /** Nobody reads more of them. */
  private static final int MOST_FAULTS = 100;

  private final List<Row> rows;

  private CsvTable(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * A line below the head.
   *
   * @param number of the line, from 1
   */
  public record Row(int number, Map<String, String> cells) {

    /** What stands in a column; nothing where the line ends before it. */
    public String cell(String column) {
      return cells.getOrDefault(name(column), "");
    }

    public boolean isBlank() {
      return cells.values().stream().allMatch(String::isBlank);
    }
  }

  /** That a line cannot be read. */
  public static final class BadLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadLine(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * @param columns that the head must name
   * @throws InvalidInput where it is no CSV, or has no such head
   */
  public static CsvTable read(String csv, List<String> columns) {
    List<Line> lines = lines(csv);
    Set<String> wanted = columns.stream().map(CsvTable::name).collect(Collectors.toSet());
    for (int i = 0; i < lines.size(); i++) {
      List<String> head = lines.get(i).cells().stream().map(CsvTable::name).toList();
      if (head.containsAll(wanted)) {
        return new CsvTable(lines.subList(i + 1, lines.size()).stream()
            .map(line -> row(line, head))
            .toList());
      }
    }
    throw new InvalidInput(
        "", "must have a line that names the columns " + String.join(", ", columns));
  }

  /**
   * What the lines say.
   *
   * @param reading gives nothing for a line that does not matter, and throws {@link BadLine} for one that is wrong
   * @throws InvalidInput naming each line that is wrong
   */
  public <T> List<T> each(Function<Row, Optional<T>> reading) {
    List<T> read = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Row row : rows) {
      try {
        reading.apply(row).ifPresent(read::add);
      } catch (BadLine e) {
        faults.add(new Fault("", "line " + row.number() + ": " + e.getMessage()));
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }
    return read;
  }

  private record Line(int number, List<String> cells) {}

  private static List<Line> lines(String csv) {
    List<Line> lines = new ArrayList<>();
    String plain = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (MappingIterator<String[]> values = READER.readValues(plain)) {
      int number = 1;
      while (values.hasNextValue()) {
        String[] cells = values.nextValue();
        lines.add(new Line(number, Arrays.asList(cells)));
        number = values.getCurrentLocation().getLineNr();
      }
      return lines;
    } catch (JacksonException e) {
      throw new InvalidInput(
          "", "must be CSV; it is not in line " + e.getLocation().getLineNr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(Line line, List<String> head) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(head.size(), line.cells().size()); i++) {
      String cell = line.cells().get(i);
      cells.putIfAbsent(head.get(i), cell == null ? "" : cell.strip());
    }
    return new Row(line.number(), cells);
  }

  private static String name(String column) {
    String name = column == null ? "" : column.strip().toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
