package org.voicepact.evidence.control;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Reads certificates as others would: with the eye, a QR reader, and a checker of archives. */
public final class Certificates {

  private static final float DOTS_PER_INCH = 200;

  private Certificates() {}

  public static int pages(byte[] pdf) {
    return read(pdf, PDDocument::getNumberOfPages);
  }

  /** All text, page by page, with one blank between words. */
  public static String text(byte[] pdf) {
    return read(pdf, document -> {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[\\s\u00A0]+", " ");
    });
  }

  /** Title, dates and the like, and the metadata for archives. */
  public static String metadata(byte[] pdf) {
    return read(
        pdf,
        document -> document.getDocumentInformation().getCOSObject()
            + new String(document.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8"));
  }

  public static BufferedImage image(byte[] pdf, int page) {
    return read(pdf, document -> new PDFRenderer(document).renderImageWithDPI(page, DOTS_PER_INCH));
  }

  /**
   * What the QR code of the first page says, read from its image. A reader that finds the corners between two dots of the
   * image misses some codes; a camera then looks again from another distance.
   */
  public static String qrCode(byte[] pdf) {
    AssertionError unread = new AssertionError("the QR code cannot be read");
    for (float closer : new float[] {1, 1.25f, 1.5f, 2}) {
      try {
        return qrCode(pdf, DOTS_PER_INCH * closer);
      } catch (ReaderException e) {
        unread.addSuppressed(e);
      }
    }
    throw unread;
  }

  private static String qrCode(byte[] pdf, float dotsPerInch) throws ReaderException {
    BufferedImage image =
        read(pdf, document -> new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch));
    int width = image.getWidth();
    int height = image.getHeight();
    RGBLuminanceSource source =
        new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  /** The file with this name that is associated with the document. */
  public static byte[] attachment(byte[] pdf, String name) {
    return read(pdf, document -> {
      COSArray associated =
          document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
      PDComplexFileSpecification file =
          new PDComplexFileSpecification((COSDictionary) associated.getObject(0));
      if (!file.getFilename().equals(name)) {
        throw new AssertionError("the file is " + file.getFilename());
      }
      return file.getEmbeddedFileUnicode().toByteArray();
    });
  }

  /** What veraPDF says against it as PDF/A-3b; empty where it is one. */
  public static String faultsAsArchive(byte[] pdf) {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.PDFA_3_B;
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.getTotalAssertions() == 0) {
        throw new AssertionError("nothing was checked");
      }
      return result.isCompliant() ? "" : result.getTestAssertions().toString();
    } catch (ModelParsingException | EncryptedPdfException | ValidationException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Look<T> {
    T at(PDDocument document) throws IOException;
  }

  private static <T> T read(byte[] pdf, Look<T> look) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return look.at(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
