package org.voicepact.evidence.control;

import java.awt.Color;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.voicepact.evidence.control.Lettering.Weight;

/** The sheets of a document, from the first line of the first down. All lengths are points. */
final class CertificatePages {

  static final float LEFT = 50;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

  /** What a sheet holds between its margins. */
  static final float HEIGHT = 744;

  /** The distance of two lines, in sizes of the letters. */
  static final float LEADING = 1.32f;

  private static final float TOP = PDRectangle.A4.getHeight() - 46;
  private static final float BOTTOM = TOP - HEIGHT;
  private static final float FOOTER = 30;
  private static final float FOOTER_SIZE = 7.5f;
  private static final float LARGEST_WATERMARK = 150;

  /** Of the diagonal. */
  private static final double WATERMARK_LENGTH = 0.72;

  /** The height of a capital, in sizes of the letters. */
  private static final double CAPITAL = 0.73;

  private static final Color INK = new Color(0x1A, 0x1F, 0x24);
  private static final Color FAINT = new Color(0x5A, 0x63, 0x6B);
  private static final Color LINE = new Color(0xC2, 0xC9, 0xCF);
  private static final Color WATERMARK = new Color(0xEC, 0xEC, 0xEC);

  private final PDDocument document;
  private final Lettering lettering;
  private final Optional<String> watermark;
  private PDPageContentStream page;
  private float y;

  CertificatePages(PDDocument document, Lettering lettering, Optional<String> watermark)
      throws IOException {
    this.document = document;
    this.lettering = lettering;
    this.watermark = watermark;
    begin();
  }

  private void begin() throws IOException {
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    page = new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, true, true);
    y = TOP;
    if (watermark.isPresent()) {
      drawWatermark(watermark.get());
    }
  }

  /** From corner to corner, under everything else and so light that all can be read: PDF/A needs no transparency then. */
  private void drawWatermark(String word) throws IOException {
    double width = PDRectangle.A4.getWidth();
    double height = PDRectangle.A4.getHeight();
    double angle = Math.atan2(height, width);
    double length = WATERMARK_LENGTH * Math.hypot(width, height);
    float size =
        (float) Math.min(LARGEST_WATERMARK, length / lettering.width(word, Weight.BOLD, 1));
    double halfWidth = lettering.width(word, Weight.BOLD, size) / 2;
    double halfHeight = CAPITAL / 2 * size;
    double x = width / 2 + halfHeight * Math.sin(angle) - halfWidth * Math.cos(angle);
    double y = height / 2 - halfHeight * Math.cos(angle) - halfWidth * Math.sin(angle);
    page.beginText();
    page.setNonStrokingColor(WATERMARK);
    page.setTextMatrix(Matrix.getRotateInstance(angle, (float) x, (float) y));
    lettering.show(page, word, Weight.BOLD, size);
    page.endText();
  }

  /** The present sheet, for what is drawn at a place of its own. */
  PDPageContentStream sheet() {
    return page;
  }

  float y() {
    return y;
  }

  /** Goes down the sheet. */
  void down(float height) {
    y -= height;
  }

  /** Goes to a new sheet where this one has not so much left. */
  void need(float height) throws IOException {
    if (y - height < BOTTOM) {
      page.close();
      begin();
    }
  }

  /** Lines one below the other, the first one's top being the present height. It does not go down. */
  void write(List<String> lines, Weight weight, float size, float x) throws IOException {
    write(lines, weight, size, x, INK);
  }

  void writeFaintly(List<String> lines, float size, float x) throws IOException {
    write(lines, Weight.REGULAR, size, x, FAINT);
  }

  private void write(List<String> lines, Weight weight, float size, float x, Color colour)
      throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      writeAt(lines.get(i), weight, size, x, y - size - i * size * LEADING, colour);
    }
  }

  private void writeAt(
      String text, Weight weight, float size, float x, float baseline, Color colour)
      throws IOException {
    page.beginText();
    page.setNonStrokingColor(colour);
    page.newLineAtOffset(x, baseline);
    lettering.show(page, text, weight, size);
    page.endText();
  }

  /** A line across the sheet. */
  void rule(float thickness, boolean isStrong) throws IOException {
    page.setNonStrokingColor(isStrong ? INK : LINE);
    page.addRect(LEFT, y - thickness, WIDTH, thickness);
    page.fill();
  }

  List<String> lines(String text, Weight weight, float size, float width, int most) {
    return LineBreaking.lines(text, width, most, part -> lettering.width(part, weight, size));
  }

  /**
   * Writes the foot of every sheet; nothing can be drawn afterwards.
   *
   * @param number with {0} for the number of a sheet and {1} for how many there are
   */
  void finish(String left, String number) throws IOException {
    page.close();
    int count = document.getNumberOfPages();
    for (int i = 0; i < count; i++) {
      page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
      String right = MessageFormat.format(number, i + 1, count);
      float width = lettering.width(right, Weight.REGULAR, FOOTER_SIZE);
      writeAt(left, Weight.REGULAR, FOOTER_SIZE, LEFT, FOOTER, FAINT);
      writeAt(right, Weight.REGULAR, FOOTER_SIZE, LEFT + WIDTH - width, FOOTER, FAINT);
      page.close();
    }
  }
}
