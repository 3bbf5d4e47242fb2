import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSigned } from './signature.ts'

test('the signature in the documentation of S3 is the one worked out here, and no other', () => {
  // docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, “Example: GET Object”
  const [key, secret] = ['AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY']
  const asked = {
    method: 'GET',
    url: '/test.txt',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
    },
  }
  assert.ok(isSigned(asked, key, secret))
  for (const changed of [
    { ...asked, method: 'DELETE' },
    { ...asked, url: '/test.txt?x=1' },
    { ...asked, url: '/other.txt' },
    { ...asked, headers: { ...asked.headers, host: 'other.s3.amazonaws.com' } },
    { ...asked, headers: { ...asked.headers, 'x-amz-acl': 'public-read' } },
    { ...asked, headers: { ...asked.headers, authorization: '' } },
  ])
    assert.ok(!isSigned(changed, key, secret))
  assert.ok(!isSigned(asked, key, 'another'))
  assert.ok(!isSigned(asked, 'another', secret))
})
