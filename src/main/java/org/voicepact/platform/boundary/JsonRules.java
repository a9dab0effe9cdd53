package org.voicepact.platform.boundary;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.voicepact.platform.entity.Json;

/** Makes Jackson's provider, which its jar registers, write with the project's own rules. */
@Provider
public class JsonRules implements ContextResolver<ObjectMapper> {

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return Json.mapper();
  }
}
