/** Sends text messages: the port to whoever carries them. */
export interface SmsSender {
  /**
   * Sends `text` to a mobile number, as kept (19900007274).
   * @returns What a demonstration shows on the page in place of a telephone; null where there is a real one.
   * @throws Error when it could not be handed over.
   */
  send(phone: string, text: string): Promise<string | null>;
}

/** Where no gateway is set: nothing can be sent. */
export const noSms: SmsSender = {
  send: () => Promise.reject(new Error('No gateway for text messages is set.')),
};
