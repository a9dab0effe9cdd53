package org.voicepact.platform.boundary;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.voicepact.platform.entity.UnreadableInput;

/** A form whose percent signs begin no byte is the caller's fault, not the server's. */
@Provider
public class FormReading implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (IllegalArgumentException e) {
      throw new UnreadableInput("The form is not encoded as application/x-www-form-urlencoded");
    }
  }
}
