package org.voicepact.evidence.control;

import static org.voicepact.evidence.control.CertificatePages.LEADING;
import static org.voicepact.evidence.control.CertificatePages.LEFT;
import static org.voicepact.evidence.control.CertificatePages.WIDTH;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import org.voicepact.evidence.control.Lettering.Weight;
import org.voicepact.evidence.entity.CertificateContent.Column;
import org.voicepact.evidence.entity.CertificateContent.Table;

/** A table of a certificate, broken into lines; of its rows as many are drawn as it is given space for. */
final class CertificateTable {

  static final float HEADING_SIZE = 11;

  private static final float SIZE = 9;
  private static final float HEADER_SIZE = 7.5f;
  private static final float GAP = 8;
  private static final float ROW_GAP = 3;
  private static final float LINE = SIZE * LEADING;

  /** The lines of each cell. */
  private record Row(List<List<String>> cells) {
    float height() {
      return cells.stream().mapToInt(List::size).max().orElse(0) * LINE + ROW_GAP;
    }
  }

  private final CertificatePages pages;
  private final Table table;
  private final List<Row> rows = new ArrayList<>();

  CertificateTable(CertificatePages pages, Table table) {
    this.pages = pages;
    this.table = table;
    table.rows().forEach(row -> rows.add(row(row)));
  }

  private Row row(List<String> values) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Column column = table.columns().get(i);
      cells.add(pages.lines(values.get(i), weight(i), SIZE, width(column) - GAP, column.lines()));
    }
    return new Row(cells);
  }

  /** What stands first in a row says what the row is about. */
  private static Weight weight(int column) {
    return column == 0 ? Weight.BOLD : Weight.REGULAR;
  }

  private static float width(Column column) {
    return WIDTH * column.share() / 100;
  }

  /** The height of heading and column names. */
  float headingHeight() {
    return 10 + HEADING_SIZE * LEADING + 6 + (hasHeaders() ? HEADER_SIZE * LEADING + 3 : 0);
  }

  private boolean hasHeaders() {
    return table.columns().stream().anyMatch(column -> !column.header().isEmpty());
  }

  /** The height of all rows. */
  float rowsHeight() {
    return rows.isEmpty()
        ? oneLine()
        : (float) rows.stream().mapToDouble(Row::height).sum();
  }

  /** What the foot of a sheet may stay empty where the table goes on, or begins, on the next. */
  float lostAtABreak() {
    return headingHeight()
        + (float) rows.stream().mapToDouble(Row::height).max().orElse(0);
  }

  boolean isCutFirst() {
    return table.isCutFirst();
  }

  private static float oneLine() {
    return LINE + ROW_GAP;
  }

  /**
   * @param space for the rows; where not all fit, the last line of it says how many are left out
   */
  void draw(float space) throws IOException {
    int shown = shown(space);
    pages.need(headingHeight() + (shown == 0 ? oneLine() : rows.get(0).height()));
    drawHeading();
    for (Row row : rows.subList(0, shown)) {
      pages.need(row.height());
      drawCells(row);
    }
    if (rows.isEmpty()) {
      drawLine(table.empty());
    } else if (shown < rows.size()) {
      drawLine(MessageFormat.format(table.more(), Integer.toString(rows.size() - shown)));
    }
  }

  private int shown(float space) {
    if (rowsHeight() <= space) {
      return rows.size();
    }
    int shown = 0;
    for (float left = space - oneLine();
        shown < rows.size() && rows.get(shown).height() <= left;
        shown++) {
      left -= rows.get(shown).height();
    }
    return shown;
  }

  private void drawHeading() throws IOException {
    pages.down(10);
    pages.write(List.of(table.heading()), Weight.BOLD, HEADING_SIZE, LEFT);
    pages.down(HEADING_SIZE * LEADING);
    pages.rule(0.6f, false);
    pages.down(6);
    if (hasHeaders()) {
      float x = LEFT;
      for (Column column : table.columns()) {
        pages.writeFaintly(List.of(column.header()), HEADER_SIZE, x);
        x += width(column);
      }
      pages.down(HEADER_SIZE * LEADING + 3);
    }
  }

  private void drawCells(Row row) throws IOException {
    float x = LEFT;
    for (int i = 0; i < row.cells().size(); i++) {
      pages.write(row.cells().get(i), weight(i), SIZE, x);
      x += width(table.columns().get(i));
    }
    pages.down(row.height());
  }

  private void drawLine(String text) throws IOException {
    pages.need(oneLine());
    pages.writeFaintly(pages.lines(text, Weight.REGULAR, SIZE, WIDTH, 1), SIZE, LEFT);
    pages.down(oneLine());
  }
}
