import { Loading } from '@weixiang/kit';

/** What stands while the page learns whose house this is: the tenant's ground, if it was seen before, and lines of text. */
export function Arriving() {
  return (
    <>
      <div className="arriving-hero" />
      <div className="band">
        <Loading lines={[28, 42, 14, 42, 42]} />
      </div>
      <div className="band">
        <Loading lines={[28, 42, 14, 42]} />
      </div>
    </>
  );
}
