package org.voicepact.evidence.control;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A QR code (ISO/IEC 18004) that can be read although 15 % of it are spoilt. */
final class QrCode {

  /** Modules of white that readers need around it. */
  private static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  /**
   * @throws IllegalArgumentException where the text is longer than a code can hold, some 2,300 letters
   */
  QrCode(String text) {
    try {
      this.modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Draws it as areas, so that it is sharp at any resolution.
   *
   * @param left and {@code bottom} of the square, its white margin included, in points
   * @param side in points
   */
  void draw(PDPageContentStream page, float left, float bottom, float side) throws IOException {
    page.setNonStrokingColor(Color.WHITE);
    page.addRect(left, bottom, side, side);
    page.fill();
    float module = side / (modules.getWidth() + 2 * QUIET_ZONE);
    page.setNonStrokingColor(Color.BLACK);
    for (int row = 0; row < modules.getHeight(); row++) {
      float y = bottom + side - (QUIET_ZONE + row + 1) * module;
      for (int from = 0; from < modules.getWidth(); ) {
        int to = endOfRun(row, from);
        if (modules.get(from, row) == 1) {
          page.addRect(left + (QUIET_ZONE + from) * module, y, (to - from) * module, module);
        }
        from = to;
      }
    }
    page.fill();
  }

  /** Neighbours of one colour are one area, or some viewers would show fine lines between them. */
  private int endOfRun(int row, int from) {
    int to = from + 1;
    while (to < modules.getWidth() && modules.get(to, row) == modules.get(from, row)) {
      to++;
    }
    return to;
  }
}
